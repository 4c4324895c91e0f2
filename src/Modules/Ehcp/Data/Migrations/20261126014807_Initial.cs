using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Ehcp.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "ehcp");

            migrationBuilder.CreateTable(
                name: "records",
                schema: "ehcp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    child_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    asker_id = table.Column<Guid>(type: "uuid", nullable: true),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    evidence = table.Column<byte[]>(type: "bytea", nullable: false),
                    coordinator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    team = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_over = table.Column<bool>(type: "boolean", nullable: false),
                    next_on = table.Column<DateOnly>(type: "date", nullable: true),
                    next_code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_records", x => x.id);
                    table.CheckConstraint("ck_records_asked_by", "asked_by in ('parent', 'young_person', 'school', 'somebody_else')");
                    table.CheckConstraint("ck_records_stage", "stage in ('asked', 'deciding_whether_to_assess', 'gathering_advice', 'deciding_about_a_plan', 'writing_the_draft', 'draft_your_turn', 'finalising', 'plan_in_place', 'review_booked', 'review_held', 'changes_your_turn', 'finalising_changes', 'not_assessed', 'no_plan', 'ended')");
                });

            migrationBuilder.CreateTable(
                name: "events",
                schema: "ehcp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    happened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    sent_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    sent_on = table.Column<DateOnly>(type: "date", nullable: true),
                    service_words = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    adviser = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ground = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    limit_code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    ground_from = table.Column<DateOnly>(type: "date", nullable: true),
                    ground_to = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_because = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_events", x => x.id);
                    table.CheckConstraint("ck_events_adviser", "adviser in ('family', 'school', 'health', 'educational_psychologist', 'social_care', 'speech_and_language', 'occupational_therapy', 'sensory_teacher', 'other')");
                    table.CheckConstraint("ck_events_ground", "ground in ('school_closed', 'early_years_closed', 'personal_circumstances', 'away_from_the_area', 'appointment_missed', 'away_two_weeks_after_tribunal', 'representations_after_tribunal')");
                    table.CheckConstraint("ck_events_kind", "kind in ('request_received', 'acknowledged', 'heard_at_panel', 'decided_to_assess', 'decided_not_to_assess', 'advice_requested', 'advice_received', 'decided_to_issue', 'decided_not_to_issue', 'draft_served', 'draft_answered', 'setting_consulted', 'setting_replied', 'final_sent', 'exception_claimed', 'mediation_asked', 'mediation_declined', 'mediation_held', 'mediation_certificate', 'appealed', 'recommendation_received', 'recommendation_answered', 'order_to_assess', 'order_to_make_plan', 'order_to_amend', 'order_to_change_placement', 'order_to_continue', 'unopposed_assessment', 'unopposed_plan', 'unopposed_amendment', 'unopposed_placement', 'placement_changed', 'order_carried_out', 'term_begins', 'review_list_sent', 'review_meeting_set', 'review_invited', 'review_papers_sent', 'review_meeting_held', 'review_report_sent', 'review_decided_to_keep', 'amendment_served', 'amendment_answered', 'amended_final_sent', 'decided_not_to_amend', 'decided_to_cease', 'phase_transfer', 'post_sixteen_transfer', 'post_sixteen_move', 'reassessment_requested', 'decided_to_reassess', 'decided_not_to_reassess', 'move_learned', 'plan_transferred_out', 'plan_transferred_in', 'family_told', 'health_board_move_learned', 'health_board_told', 'contact_received', 'contact_answered')");
                    table.CheckConstraint("ck_events_sent_by", "sent_by in ('portal', 'email', 'first_class_post', 'by_hand')");
                    table.ForeignKey(
                        name: "fk_events_records_record_id",
                        column: x => x.record_id,
                        principalSchema: "ehcp",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_events_record_id",
                schema: "ehcp",
                table: "events",
                column: "record_id");

            migrationBuilder.CreateIndex(
                name: "ix_records_child_id",
                schema: "ehcp",
                table: "records",
                column: "child_id");

            migrationBuilder.CreateIndex(
                name: "ix_records_coordinator_id_next_on",
                schema: "ehcp",
                table: "records",
                columns: new[] { "coordinator_id", "next_on" },
                filter: "not is_over");

            migrationBuilder.CreateIndex(
                name: "ix_records_next_on",
                schema: "ehcp",
                table: "records",
                column: "next_on",
                filter: "not is_over");

            migrationBuilder.CreateIndex(
                name: "ix_records_one_open_for_a_child",
                schema: "ehcp",
                table: "records",
                column: "child_id",
                unique: true,
                filter: "not is_over");

            migrationBuilder.CreateIndex(
                name: "ix_records_reference",
                schema: "ehcp",
                table: "records",
                column: "reference",
                unique: true);

            migrationBuilder.Sql(EhcpSchema.Rights);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "events",
                schema: "ehcp");

            migrationBuilder.DropTable(
                name: "records",
                schema: "ehcp");
        }
    }
}
