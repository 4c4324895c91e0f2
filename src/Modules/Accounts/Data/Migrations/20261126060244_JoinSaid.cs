using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Accounts.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class JoinSaid : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "said_for",
                schema: "accounts",
                table: "join_requests",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "said_name",
                schema: "accounts",
                table: "join_requests",
                type: "bytea",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "said_for",
                schema: "accounts",
                table: "join_requests");

            migrationBuilder.DropColumn(
                name: "said_name",
                schema: "accounts",
                table: "join_requests");
        }
    }
}
