using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Audit.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "audit");

            migrationBuilder.CreateTable(
                name: "seals",
                schema: "audit",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    sealed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    entries = table.Column<int>(type: "integer", nullable: false),
                    total = table.Column<long>(type: "bigint", nullable: false),
                    first_entry = table.Column<Guid>(type: "uuid", nullable: false),
                    last_entry = table.Column<Guid>(type: "uuid", nullable: false),
                    previous_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    mac = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seals", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "sealed_entries",
                schema: "audit",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seal_number = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sealed_entries", x => x.entry_id);
                    table.ForeignKey(
                        name: "fk_sealed_entries_seals_seal_number",
                        column: x => x.seal_number,
                        principalSchema: "audit",
                        principalTable: "seals",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_sealed_entries_seal_number_position",
                schema: "audit",
                table: "sealed_entries",
                columns: new[] { "seal_number", "position" },
                unique: true);

            // web_public has no business here, so it may not even enter the schema.
            migrationBuilder.Sql("""
                create function audit.never_change() returns trigger language plpgsql as $$
                begin
                    raise exception 'The audit trail is never changed.' using errcode = 'insufficient_privilege';
                end $$;
                create trigger never_change before update or delete or truncate on audit.seals
                    for each statement execute function audit.never_change();
                create trigger never_change before update or delete or truncate on audit.sealed_entries
                    for each statement execute function audit.never_change();

                do $$
                begin
                    if exists (select from pg_roles where rolname = 'web_private') then
                        grant usage on schema audit to web_private;
                        grant select, insert on audit.seals, audit.sealed_entries to web_private;
                    end if;
                end $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sealed_entries",
                schema: "audit");

            migrationBuilder.DropTable(
                name: "seals",
                schema: "audit");

            migrationBuilder.Sql("drop function audit.never_change();");
        }
    }
}
