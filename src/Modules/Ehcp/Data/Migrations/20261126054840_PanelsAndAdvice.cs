using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Ehcp.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class PanelsAndAdvice : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "advice_asks",
                schema: "ehcp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    advice = table.Column<byte[]>(type: "bytea", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_advice_asks", x => x.id);
                    table.ForeignKey(
                        name: "fk_advice_asks_events_event_id",
                        column: x => x.event_id,
                        principalSchema: "ehcp",
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "advice_chases",
                schema: "ehcp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    how = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    promised_for = table.Column<DateOnly>(type: "date", nullable: true),
                    answer = table.Column<byte[]>(type: "bytea", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_advice_chases", x => x.id);
                    table.CheckConstraint("ck_advice_chases_how", "how in ('phone', 'email', 'meeting')");
                    table.ForeignKey(
                        name: "fk_advice_chases_events_event_id",
                        column: x => x.event_id,
                        principalSchema: "ehcp",
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "panels",
                schema: "ehcp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    planned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    planned_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_panels", x => x.id);
                    table.CheckConstraint("ck_panels_kind", "kind in ('stage1', 'stage2', 'complex_needs')");
                });

            migrationBuilder.CreateTable(
                name: "screenings",
                schema: "ehcp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    screened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    note = table.Column<byte[]>(type: "bytea", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_screenings", x => x.id);
                    table.CheckConstraint("ck_screenings_outcome", "outcome in ('ready_for_panel', 'more_asked_for', 'another_council')");
                    table.ForeignKey(
                        name: "fk_screenings_records_record_id",
                        column: x => x.record_id,
                        principalSchema: "ehcp",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "way_forward_meetings",
                schema: "ehcp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    note = table.Column<byte[]>(type: "bytea", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_way_forward_meetings", x => x.id);
                    table.CheckConstraint("ck_way_forward_meetings_state", "state in ('planned', 'held', 'not_wanted')");
                    table.ForeignKey(
                        name: "fk_way_forward_meetings_records_record_id",
                        column: x => x.record_id,
                        principalSchema: "ehcp",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "panel_attendees",
                schema: "ehcp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    panel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    who = table.Column<byte[]>(type: "bytea", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_panel_attendees", x => x.id);
                    table.CheckConstraint("ck_panel_attendees_agency", "agency in ('send_team', 'education', 'educational_psychology', 'health', 'social_care', 'other')");
                    table.ForeignKey(
                        name: "fk_panel_attendees_panels_panel_id",
                        column: x => x.panel_id,
                        principalSchema: "ehcp",
                        principalTable: "panels",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "panel_items",
                schema: "ehcp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    panel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    reasons = table.Column<byte[]>(type: "bytea", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_panel_items", x => x.id);
                    table.CheckConstraint("ck_panel_items_outcome", "outcome in ('assess', 'do_not_assess', 'make_plan', 'do_not_make_plan', 'discussed', 'comes_back')");
                    table.ForeignKey(
                        name: "fk_panel_items_panels_panel_id",
                        column: x => x.panel_id,
                        principalSchema: "ehcp",
                        principalTable: "panels",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_panel_items_records_record_id",
                        column: x => x.record_id,
                        principalSchema: "ehcp",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_advice_asks_account_id",
                schema: "ehcp",
                table: "advice_asks",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_advice_asks_event_id",
                schema: "ehcp",
                table: "advice_asks",
                column: "event_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_advice_chases_event_id",
                schema: "ehcp",
                table: "advice_chases",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "ix_panel_attendees_panel_id",
                schema: "ehcp",
                table: "panel_attendees",
                column: "panel_id");

            migrationBuilder.CreateIndex(
                name: "ix_panel_items_one_waiting_for_a_record",
                schema: "ehcp",
                table: "panel_items",
                column: "record_id",
                unique: true,
                filter: "outcome is null");

            migrationBuilder.CreateIndex(
                name: "ix_panel_items_panel_id_record_id",
                schema: "ehcp",
                table: "panel_items",
                columns: new[] { "panel_id", "record_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_panels_held_on",
                schema: "ehcp",
                table: "panels",
                column: "held_on");

            migrationBuilder.CreateIndex(
                name: "ix_panels_kind_held_on",
                schema: "ehcp",
                table: "panels",
                columns: new[] { "kind", "held_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_screenings_record_id",
                schema: "ehcp",
                table: "screenings",
                column: "record_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_way_forward_meetings_record_id",
                schema: "ehcp",
                table: "way_forward_meetings",
                column: "record_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "advice_asks",
                schema: "ehcp");

            migrationBuilder.DropTable(
                name: "advice_chases",
                schema: "ehcp");

            migrationBuilder.DropTable(
                name: "panel_attendees",
                schema: "ehcp");

            migrationBuilder.DropTable(
                name: "panel_items",
                schema: "ehcp");

            migrationBuilder.DropTable(
                name: "screenings",
                schema: "ehcp");

            migrationBuilder.DropTable(
                name: "way_forward_meetings",
                schema: "ehcp");

            migrationBuilder.DropTable(
                name: "panels",
                schema: "ehcp");
        }
    }
}
