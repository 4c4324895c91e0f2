using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Register.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Planning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "published");

            migrationBuilder.AddColumn<byte[]>(
                name: "postcode_index",
                schema: "register",
                table: "entries",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "services_used",
                schema: "register",
                table: "entries",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "services_wanted",
                schema: "register",
                table: "entries",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "setting",
                schema: "register",
                table: "entries",
                type: "bytea",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "expected_children",
                schema: "register",
                columns: table => new
                {
                    band = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fewest = table.Column<int>(type: "integer", nullable: false),
                    most = table.Column<int>(type: "integer", nullable: false),
                    method = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_expected_children", x => x.band);
                    table.CheckConstraint("ck_expected_children_band", "band in ('from0_to4', 'from5_to10', 'from11_to15', 'from16_to17', 'from18_to25')");
                });

            migrationBuilder.CreateTable(
                name: "planning_codes",
                schema: "register",
                columns: table => new
                {
                    list = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    words = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    is_asked = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_codes", x => new { x.list, x.code });
                });

            migrationBuilder.CreateTable(
                name: "planning_releases",
                schema: "register",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    quarter = table.Column<int>(type: "integer", nullable: false),
                    prepared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    prepared_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    published_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planning_releases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "postcode_wards",
                schema: "register",
                columns: table => new
                {
                    postcode_index = table.Column<byte[]>(type: "bytea", nullable: false),
                    ward = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_postcode_wards", x => x.postcode_index);
                });

            migrationBuilder.CreateTable(
                name: "register_releases",
                schema: "published",
                columns: table => new
                {
                    year = table.Column<int>(type: "integer", nullable: false),
                    quarter = table.Column<int>(type: "integer", nullable: false),
                    counted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: false),
                    coverage_from = table.Column<int>(type: "integer", nullable: true),
                    coverage_to = table.Column<int>(type: "integer", nullable: true),
                    coverage_method = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_register_releases", x => new { x.year, x.quarter });
                    table.CheckConstraint("ck_register_releases_quarter", "quarter between 1 and 4");
                });

            migrationBuilder.CreateTable(
                name: "register_numbers",
                schema: "published",
                columns: table => new
                {
                    year = table.Column<int>(type: "integer", nullable: false),
                    quarter = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    table_slug = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    row = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    row_words = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    band = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    value = table.Column<int>(type: "integer", nullable: true),
                    words = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_register_numbers", x => new { x.year, x.quarter, x.place });
                    table.CheckConstraint("ck_register_numbers_band", "band in ('from0_to4', 'from5_to10', 'from11_to15', 'from16_to17', 'from18_to25')");
                    table.CheckConstraint("ck_register_numbers_value", "value >= 5 and value % 5 = 0");
                    table.ForeignKey(
                        name: "fk_register_numbers_register_releases_year_quarter",
                        columns: x => new { x.year, x.quarter },
                        principalSchema: "published",
                        principalTable: "register_releases",
                        principalColumns: new[] { "year", "quarter" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_planning_releases_year_quarter",
                schema: "register",
                table: "planning_releases",
                columns: new[] { "year", "quarter" },
                unique: true);

            migrationBuilder.Sql(PlanningSchema.Rights);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(PlanningSchema.Undone);

            migrationBuilder.DropTable(
                name: "expected_children",
                schema: "register");

            migrationBuilder.DropTable(
                name: "planning_codes",
                schema: "register");

            migrationBuilder.DropTable(
                name: "planning_releases",
                schema: "register");

            migrationBuilder.DropTable(
                name: "postcode_wards",
                schema: "register");

            migrationBuilder.DropTable(
                name: "register_numbers",
                schema: "published");

            migrationBuilder.DropTable(
                name: "register_releases",
                schema: "published");

            migrationBuilder.DropColumn(
                name: "postcode_index",
                schema: "register",
                table: "entries");

            migrationBuilder.DropColumn(
                name: "services_used",
                schema: "register",
                table: "entries");

            migrationBuilder.DropColumn(
                name: "services_wanted",
                schema: "register",
                table: "entries");

            migrationBuilder.DropColumn(
                name: "setting",
                schema: "register",
                table: "entries");

        }
    }
}
