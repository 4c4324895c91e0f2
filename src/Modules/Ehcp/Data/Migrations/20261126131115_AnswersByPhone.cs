using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Ehcp.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class AnswersByPhone : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "not_yet",
                schema: "ehcp",
                table: "touchpoint_kinds");

            migrationBuilder.AddColumn<string>(
                name: "written_by",
                schema: "ehcp",
                table: "answers",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "written_by",
                schema: "ehcp",
                table: "answers");

            migrationBuilder.AddColumn<string>(
                name: "not_yet",
                schema: "ehcp",
                table: "touchpoint_kinds",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");
        }
    }
}
