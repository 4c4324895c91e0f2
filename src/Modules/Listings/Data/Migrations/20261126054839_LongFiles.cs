using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Listings.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class LongFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "csv_mappings",
                schema: "listings",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    columns = table.Column<string>(type: "jsonb", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_csv_mappings", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "file_loads",
                schema: "listings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    import = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    choices = table.Column<string>(type: "jsonb", nullable: false),
                    is_trial = table.Column<bool>(type: "boolean", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    total = table.Column<int>(type: "integer", nullable: true),
                    touched_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    report = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_file_loads", x => x.id);
                    table.CheckConstraint("ck_file_loads_state", "state in ('waiting', 'running', 'done')");
                });

            migrationBuilder.CreateTable(
                name: "file_load_parts",
                schema: "listings",
                columns: table => new
                {
                    load_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_file_load_parts", x => new { x.load_id, x.number });
                    table.ForeignKey(
                        name: "fk_file_load_parts_file_loads_load_id",
                        column: x => x.load_id,
                        principalSchema: "listings",
                        principalTable: "file_loads",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_file_loads_asked_at",
                schema: "listings",
                table: "file_loads",
                column: "asked_at");
            migrationBuilder.Sql(ServiceChangeSql.ByStatement);

            // Tables of a schema are readable by the public login by default; these three are for staff.
            migrationBuilder.Sql("""
                do $$
                begin
                    if exists (select from pg_roles where rolname = 'web_public') then
                        revoke all on listings.csv_mappings, listings.file_loads, listings.file_load_parts from web_public;
                    end if;
                end
                $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(ServiceChangeSql.ByRow);
            migrationBuilder.DropTable(
                name: "csv_mappings",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "file_load_parts",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "file_loads",
                schema: "listings");
        }
    }
}
