using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Platform.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class KeptForms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "kept_forms",
                schema: "platform",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    @protected = table.Column<byte[]>(name: "protected", type: "bytea", nullable: false),
                    has_owner = table.Column<bool>(type: "boolean", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_forms", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_kept_forms_expires_at",
                schema: "platform",
                table: "kept_forms",
                column: "expires_at");

            // Roles belong to the cluster and may be missing in a copy: then there is nobody to grant to.
            migrationBuilder.Sql(
                """
                do $$
                begin
                    if exists (select from pg_roles where rolname = 'web_private') then
                        grant select, insert, update, delete on platform.kept_forms to web_private;
                    end if;
                end $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kept_forms",
                schema: "platform");
        }
    }
}
