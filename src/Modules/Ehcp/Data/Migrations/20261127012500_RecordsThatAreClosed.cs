using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Ehcp.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class RecordsThatAreClosed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_records_stage",
                schema: "ehcp",
                table: "records");

            migrationBuilder.AddCheckConstraint(
                name: "ck_records_stage",
                schema: "ehcp",
                table: "records",
                sql: "stage in ('asked', 'deciding_whether_to_assess', 'gathering_advice', 'deciding_about_a_plan', 'writing_the_draft', 'draft_your_turn', 'finalising', 'plan_in_place', 'review_booked', 'review_held', 'changes_your_turn', 'finalising_changes', 'not_assessed', 'no_plan', 'ended', 'withdrawn', 'with_another_council')");

            migrationBuilder.DropCheckConstraint(
                name: "ck_events_kind",
                schema: "ehcp",
                table: "events");

            migrationBuilder.AddCheckConstraint(
                name: "ck_events_kind",
                schema: "ehcp",
                table: "events",
                sql: "kind in ('request_received', 'acknowledged', 'heard_at_panel', 'decided_to_assess', 'decided_not_to_assess', 'advice_requested', 'advice_received', 'decided_to_issue', 'decided_not_to_issue', 'draft_served', 'draft_answered', 'setting_consulted', 'setting_replied', 'final_sent', 'exception_claimed', 'mediation_asked', 'mediation_declined', 'mediation_held', 'mediation_certificate', 'appealed', 'recommendation_received', 'recommendation_answered', 'order_to_assess', 'order_to_make_plan', 'order_to_amend', 'order_to_change_placement', 'order_to_continue', 'unopposed_assessment', 'unopposed_plan', 'unopposed_amendment', 'unopposed_placement', 'placement_changed', 'order_carried_out', 'term_begins', 'review_list_sent', 'review_meeting_set', 'review_invited', 'review_papers_sent', 'review_meeting_held', 'review_report_sent', 'review_decided_to_keep', 'amendment_served', 'amendment_answered', 'amended_final_sent', 'decided_not_to_amend', 'decided_to_cease', 'phase_transfer', 'post_sixteen_transfer', 'post_sixteen_move', 'reassessment_requested', 'decided_to_reassess', 'decided_not_to_reassess', 'move_learned', 'plan_transferred_out', 'plan_transferred_in', 'family_told', 'health_board_move_learned', 'health_board_told', 'contact_received', 'contact_answered', 'request_withdrawn', 'responsibility_moved')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_records_stage",
                schema: "ehcp",
                table: "records");

            migrationBuilder.AddCheckConstraint(
                name: "ck_records_stage",
                schema: "ehcp",
                table: "records",
                sql: "stage in ('asked', 'deciding_whether_to_assess', 'gathering_advice', 'deciding_about_a_plan', 'writing_the_draft', 'draft_your_turn', 'finalising', 'plan_in_place', 'review_booked', 'review_held', 'changes_your_turn', 'finalising_changes', 'not_assessed', 'no_plan', 'ended')");

            migrationBuilder.DropCheckConstraint(
                name: "ck_events_kind",
                schema: "ehcp",
                table: "events");

            migrationBuilder.AddCheckConstraint(
                name: "ck_events_kind",
                schema: "ehcp",
                table: "events",
                sql: "kind in ('request_received', 'acknowledged', 'heard_at_panel', 'decided_to_assess', 'decided_not_to_assess', 'advice_requested', 'advice_received', 'decided_to_issue', 'decided_not_to_issue', 'draft_served', 'draft_answered', 'setting_consulted', 'setting_replied', 'final_sent', 'exception_claimed', 'mediation_asked', 'mediation_declined', 'mediation_held', 'mediation_certificate', 'appealed', 'recommendation_received', 'recommendation_answered', 'order_to_assess', 'order_to_make_plan', 'order_to_amend', 'order_to_change_placement', 'order_to_continue', 'unopposed_assessment', 'unopposed_plan', 'unopposed_amendment', 'unopposed_placement', 'placement_changed', 'order_carried_out', 'term_begins', 'review_list_sent', 'review_meeting_set', 'review_invited', 'review_papers_sent', 'review_meeting_held', 'review_report_sent', 'review_decided_to_keep', 'amendment_served', 'amendment_answered', 'amended_final_sent', 'decided_not_to_amend', 'decided_to_cease', 'phase_transfer', 'post_sixteen_transfer', 'post_sixteen_move', 'reassessment_requested', 'decided_to_reassess', 'decided_not_to_reassess', 'move_learned', 'plan_transferred_out', 'plan_transferred_in', 'family_told', 'health_board_move_learned', 'health_board_told', 'contact_received', 'contact_answered')");
        }
    }
}
