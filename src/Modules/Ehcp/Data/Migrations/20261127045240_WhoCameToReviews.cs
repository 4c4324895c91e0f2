using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Ehcp.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class WhoCameToReviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "asker_mailbox",
                schema: "ehcp",
                table: "records",
                type: "bytea",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "review_parts",
                schema: "ehcp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    came = table.Column<bool>(type: "boolean", nullable: false),
                    sent_report = table.Column<bool>(type: "boolean", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_parts", x => x.id);
                    table.CheckConstraint("ck_review_parts_agency", "agency in ('child', 'family', 'school', 'send_team', 'health', 'social_care', 'other')");
                    table.ForeignKey(
                        name: "fk_review_parts_events_event_id",
                        column: x => x.event_id,
                        principalSchema: "ehcp",
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_review_parts_one_that_counts",
                schema: "ehcp",
                table: "review_parts",
                columns: new[] { "event_id", "agency" },
                unique: true,
                filter: "replaced_at is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "review_parts",
                schema: "ehcp");

            migrationBuilder.DropColumn(
                name: "asker_mailbox",
                schema: "ehcp",
                table: "records");
        }
    }
}
