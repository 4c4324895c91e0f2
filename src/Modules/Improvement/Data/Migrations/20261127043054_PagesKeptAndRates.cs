using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Improvement.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class PagesKeptAndRates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_kpis_unit",
                schema: "improvement",
                table: "kpis");

            migrationBuilder.AddColumn<string>(
                name: "page",
                schema: "improvement",
                table: "evidence",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_kpis_unit",
                schema: "improvement",
                table: "kpis",
                sql: "unit in ('percent', 'count', 'months', 'million_pounds', 'per_hundred')");

            migrationBuilder.Sql(ImprovementSchema.CountComplaints);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(ImprovementSchema.StopCountingComplaints);

            migrationBuilder.DropCheckConstraint(
                name: "ck_kpis_unit",
                schema: "improvement",
                table: "kpis");

            migrationBuilder.DropColumn(
                name: "page",
                schema: "improvement",
                table: "evidence");

            migrationBuilder.AddCheckConstraint(
                name: "ck_kpis_unit",
                schema: "improvement",
                table: "kpis",
                sql: "unit in ('percent', 'count', 'months', 'million_pounds')");
        }
    }
}
