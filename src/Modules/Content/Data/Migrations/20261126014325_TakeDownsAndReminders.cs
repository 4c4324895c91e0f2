using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Content.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class TakeDownsAndReminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "owner_mailbox",
                schema: "content",
                table: "documents",
                type: "bytea",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "planned_take_downs",
                schema: "content",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    merged_into_id = table.Column<Guid>(type: "uuid", nullable: true),
                    problem = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planned_take_downs", x => x.document_id);
                    table.CheckConstraint("ck_planned_take_downs_merged", "(merged_into_id is not null) = (reason = 'merged')");
                    table.CheckConstraint("ck_planned_take_downs_reason", "reason in ('published_in_error', 'merged', 'withdrawn')");
                    table.ForeignKey(
                        name: "fk_planned_take_downs_documents_document_id",
                        column: x => x.document_id,
                        principalSchema: "content",
                        principalTable: "documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "planned_take_downs",
                schema: "content");

            migrationBuilder.DropColumn(
                name: "owner_mailbox",
                schema: "content",
                table: "documents");
        }
    }
}
