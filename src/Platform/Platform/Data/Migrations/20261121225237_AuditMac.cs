using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Platform.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class AuditMac : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "mac",
                schema: "platform",
                table: "audit_entries",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_actor_id_at",
                schema: "platform",
                table: "audit_entries",
                columns: new[] { "actor_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_correlation_id",
                schema: "platform",
                table: "audit_entries",
                column: "correlation_id");

            // Rows from before this column keep an empty code; none can be added. And what web_public and web_private may not do anyway, the
            // owner's login does not do by mistake either.
            migrationBuilder.Sql("""
                alter table platform.audit_entries alter column mac drop default;
                alter table platform.audit_entries add constraint ck_audit_entries_mac check (length(mac) = 32) not valid;

                create function platform.never_change() returns trigger language plpgsql as $$
                begin
                    raise exception 'The audit trail is never changed.' using errcode = 'insufficient_privilege';
                end $$;
                create trigger never_change before update or delete or truncate on platform.audit_entries
                    for each statement execute function platform.never_change();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                drop trigger never_change on platform.audit_entries;
                drop function platform.never_change();
                alter table platform.audit_entries drop constraint ck_audit_entries_mac;
                """);

            migrationBuilder.DropIndex(
                name: "ix_audit_entries_actor_id_at",
                schema: "platform",
                table: "audit_entries");

            migrationBuilder.DropIndex(
                name: "ix_audit_entries_correlation_id",
                schema: "platform",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "mac",
                schema: "platform",
                table: "audit_entries");
        }
    }
}
