using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Messaging.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Bundles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_messages_bundled_into_id",
                schema: "messaging",
                table: "messages",
                column: "bundled_into_id",
                filter: "bundled_into_id is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_messages_bundled_into_id",
                schema: "messaging",
                table: "messages");
        }
    }
}
