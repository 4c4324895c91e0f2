using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.People.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class References : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "reference",
                schema: "people",
                table: "persons",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql(PeopleSchema.References);
            migrationBuilder.CreateIndex(
                name: "ix_persons_reference",
                schema: "people",
                table: "persons",
                column: "reference",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_persons_reference",
                schema: "people",
                table: "persons");

            migrationBuilder.DropColumn(
                name: "reference",
                schema: "people",
                table: "persons");
        }
    }
}
