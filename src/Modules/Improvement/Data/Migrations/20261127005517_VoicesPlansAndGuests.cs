using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Improvement.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class VoicesPlansAndGuests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "digest",
                schema: "improvement",
                table: "plans",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "challenges_id",
                schema: "improvement",
                table: "matters",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "agency_guests",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agency_guests", x => x.id);
                    table.CheckConstraint("ck_agency_guests_agency", "agency in ('education', 'health', 'social_care', 'school')");
                });

            migrationBuilder.CreateTable(
                name: "briefings",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    topic = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_briefings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "charters",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    words = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: false),
                    agreed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_charters", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "engagements",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    asked_group = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    who = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    part_id = table.Column<Guid>(type: "uuid", nullable: true),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: true),
                    asked = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    said = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_engagements", x => x.id);
                    table.CheckConstraint("ck_engagements_asked_group", "asked_group in ('children', 'young_people', 'parents_and_carers', 'professionals', 'voluntary_groups')");
                    table.CheckConstraint("ck_engagements_level", "level in ('informed', 'consulted', 'involved', 'co_produced', 'led_by_young_people')");
                    table.ForeignKey(
                        name: "fk_engagements_matters_matter_id",
                        column: x => x.matter_id,
                        principalSchema: "improvement",
                        principalTable: "matters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_engagements_parts_part_id",
                        column: x => x.part_id,
                        principalSchema: "improvement",
                        principalTable: "parts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "briefing_attendance",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    briefing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    came = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_briefing_attendance", x => x.id);
                    table.CheckConstraint("ck_briefing_attendance_agency", "agency in ('schools', 'early_years', 'colleges', 'health', 'social_care', 'council', 'voluntary_groups')");
                    table.CheckConstraint("ck_briefing_attendance_came", "came between 0 and 5000");
                    table.ForeignKey(
                        name: "fk_briefing_attendance_briefings_briefing_id",
                        column: x => x.briefing_id,
                        principalSchema: "improvement",
                        principalTable: "briefings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "charter_looks",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    charter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    looked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_charter_looks", x => x.id);
                    table.ForeignKey(
                        name: "fk_charter_looks_charters_charter_id",
                        column: x => x.charter_id,
                        principalSchema: "improvement",
                        principalTable: "charters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "charter_signatures",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    charter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    who = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_charter_signatures", x => x.id);
                    table.ForeignKey(
                        name: "fk_charter_signatures_charters_charter_id",
                        column: x => x.charter_id,
                        principalSchema: "improvement",
                        principalTable: "charters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "engagement_changes",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    engagement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_engagement_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_engagement_changes_engagements_engagement_id",
                        column: x => x.engagement_id,
                        principalSchema: "improvement",
                        principalTable: "engagements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_agency_guests_account_id_at",
                schema: "improvement",
                table: "agency_guests",
                columns: new[] { "account_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_briefing_attendance_briefing_id_agency",
                schema: "improvement",
                table: "briefing_attendance",
                columns: new[] { "briefing_id", "agency" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_briefings_held_on",
                schema: "improvement",
                table: "briefings",
                column: "held_on");

            migrationBuilder.CreateIndex(
                name: "ix_charter_looks_charter_id_looked_on",
                schema: "improvement",
                table: "charter_looks",
                columns: new[] { "charter_id", "looked_on" });

            migrationBuilder.CreateIndex(
                name: "ix_charter_signatures_charter_id_who",
                schema: "improvement",
                table: "charter_signatures",
                columns: new[] { "charter_id", "who" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_charters_at",
                schema: "improvement",
                table: "charters",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_engagement_changes_engagement_id_at",
                schema: "improvement",
                table: "engagement_changes",
                columns: new[] { "engagement_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_engagements_at",
                schema: "improvement",
                table: "engagements",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_engagements_matter_id",
                schema: "improvement",
                table: "engagements",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_engagements_part_id_asked_group",
                schema: "improvement",
                table: "engagements",
                columns: new[] { "part_id", "asked_group" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agency_guests",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "briefing_attendance",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "charter_looks",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "charter_signatures",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "engagement_changes",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "briefings",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "charters",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "engagements",
                schema: "improvement");

            migrationBuilder.DropColumn(
                name: "digest",
                schema: "improvement",
                table: "plans");

            migrationBuilder.DropColumn(
                name: "challenges_id",
                schema: "improvement",
                table: "matters");
        }
    }
}
