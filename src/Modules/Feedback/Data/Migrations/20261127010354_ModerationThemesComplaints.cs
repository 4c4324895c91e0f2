using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Feedback.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class ModerationThemesComplaints : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "published");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "moderated_at",
                schema: "feedback",
                table: "comments",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "moderated_by",
                schema: "feedback",
                table: "comments",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "moderation",
                schema: "feedback",
                table: "comments",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "waiting");

            migrationBuilder.AddColumn<Guid>(
                name: "theme_id",
                schema: "feedback",
                table: "comments",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "why_not",
                schema: "feedback",
                table: "comments",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "without_who",
                schema: "feedback",
                table: "comments",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "worry_note",
                schema: "feedback",
                table: "comments",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "worry_taken_up_at",
                schema: "feedback",
                table: "comments",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "complaints",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_about_ehc = table.Column<bool>(type: "boolean", nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    reply_to = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    theme = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_complaints", x => x.id);
                    table.CheckConstraint("ck_complaints_kind", "kind in ('service', 'data_protection')");
                    table.CheckConstraint("ck_complaints_theme", "theme in ('no_reply', 'late', 'wrong_or_confusing', 'not_told_of_change', 'not_told_of_delay', 'format_not_met', 'repeated_story', 'rude', 'shared_wrongly', 'not_communication')");
                });

            migrationBuilder.CreateTable(
                name: "feedback_you_said",
                schema: "published",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    theme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    said = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    easy_said = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    response = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    easy_response = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    by = table.Column<DateOnly>(type: "date", nullable: true),
                    before_path = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    after_path = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    people = table.Column<int>(type: "integer", nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_you_said", x => x.id);
                    table.CheckConstraint("ck_feedback_you_said_people", "people = 0 or people >= 5");
                    table.CheckConstraint("ck_feedback_you_said_status", "status in ('did', 'will', 'cannot')");
                });

            migrationBuilder.CreateTable(
                name: "page_votes",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    about = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    is_helpful = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_page_votes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "survey_figures",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    measure = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    answers = table.Column<int>(type: "integer", nullable: false),
                    positive = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_survey_figures", x => x.id);
                    table.CheckConstraint("ck_survey_figures_measure", "measure in ('health_communication', 'council_communication', 'feel_involved', 'local_offer_helps')");
                    table.CheckConstraint("ck_survey_figures_positive", "positive between 0 and answers");
                });

            migrationBuilder.CreateTable(
                name: "task_scripts",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    words = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_scripts", x => x.id);
                    table.CheckConstraint("ck_task_scripts_kind", "kind in ('find', 'understand', 'trust')");
                });

            migrationBuilder.CreateTable(
                name: "themes",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    said = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    easy_said = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    response = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    easy_response = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    by = table.Column<DateOnly>(type: "date", nullable: true),
                    before_path = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    after_path = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sent_back = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    written_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_themes", x => x.id);
                    table.CheckConstraint("ck_themes_state", "state in ('draft', 'sent', 'published')");
                    table.CheckConstraint("ck_themes_status", "status in ('did', 'will', 'cannot')");
                });

            migrationBuilder.CreateTable(
                name: "complaint_stages",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    complaint_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: false),
                    acknowledge_by = table.Column<DateOnly>(type: "date", nullable: true),
                    acknowledged_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reply_by = table.Column<DateOnly>(type: "date", nullable: true),
                    replied_on = table.Column<DateOnly>(type: "date", nullable: true),
                    answer = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_complaint_stages", x => x.id);
                    table.CheckConstraint("ck_complaint_stages_number", "number in (1, 2)");
                    table.ForeignKey(
                        name: "fk_complaint_stages_complaints_complaint_id",
                        column: x => x.complaint_id,
                        principalSchema: "feedback",
                        principalTable: "complaints",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "task_runs",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    script_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ran_on = table.Column<DateOnly>(type: "date", nullable: false),
                    tried = table.Column<int>(type: "integer", nullable: false),
                    managed = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_runs", x => x.id);
                    table.CheckConstraint("ck_task_runs_managed", "managed between 0 and tried");
                    table.ForeignKey(
                        name: "fk_task_runs_task_scripts_script_id",
                        column: x => x.script_id,
                        principalSchema: "feedback",
                        principalTable: "task_scripts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_comments_moderation_at",
                schema: "feedback",
                table: "comments",
                columns: new[] { "moderation", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_comments_theme_id",
                schema: "feedback",
                table: "comments",
                column: "theme_id");

            migrationBuilder.AddCheckConstraint(
                name: "ck_comments_moderation",
                schema: "feedback",
                table: "comments",
                sql: "moderation in ('waiting', 'accepted', 'words_removed', 'not_for_publishing', 'worried')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_comments_why_not",
                schema: "feedback",
                table: "comments",
                sql: "why_not in ('abusive', 'vexatious', 'about_one_person', 'not_about_the_local_offer')");

            migrationBuilder.CreateIndex(
                name: "ix_complaint_stages_complaint_id_number",
                schema: "feedback",
                table: "complaint_stages",
                columns: new[] { "complaint_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_complaint_stages_reply_by",
                schema: "feedback",
                table: "complaint_stages",
                column: "reply_by");

            migrationBuilder.CreateIndex(
                name: "ix_complaints_at",
                schema: "feedback",
                table: "complaints",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_complaints_reference",
                schema: "feedback",
                table: "complaints",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_you_said_theme_id_at",
                schema: "published",
                table: "feedback_you_said",
                columns: new[] { "theme_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_page_votes_at_about",
                schema: "feedback",
                table: "page_votes",
                columns: new[] { "at", "about" });

            migrationBuilder.CreateIndex(
                name: "ix_survey_figures_measure_on",
                schema: "feedback",
                table: "survey_figures",
                columns: new[] { "measure", "on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_task_runs_script_id_ran_on",
                schema: "feedback",
                table: "task_runs",
                columns: new[] { "script_id", "ran_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_themes_state_started_at",
                schema: "feedback",
                table: "themes",
                columns: new[] { "state", "started_at" });

            migrationBuilder.AddForeignKey(
                name: "fk_comments_themes_theme_id",
                schema: "feedback",
                table: "comments",
                column: "theme_id",
                principalSchema: "feedback",
                principalTable: "themes",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql(FeedbackSchema.GrownRights);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_comments_themes_theme_id",
                schema: "feedback",
                table: "comments");

            migrationBuilder.DropTable(
                name: "complaint_stages",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "feedback_you_said",
                schema: "published");

            migrationBuilder.DropTable(
                name: "page_votes",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "survey_figures",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "task_runs",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "themes",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "complaints",
                schema: "feedback");

            migrationBuilder.DropTable(
                name: "task_scripts",
                schema: "feedback");

            migrationBuilder.DropIndex(
                name: "ix_comments_moderation_at",
                schema: "feedback",
                table: "comments");

            migrationBuilder.DropIndex(
                name: "ix_comments_theme_id",
                schema: "feedback",
                table: "comments");

            migrationBuilder.DropCheckConstraint(
                name: "ck_comments_moderation",
                schema: "feedback",
                table: "comments");

            migrationBuilder.DropCheckConstraint(
                name: "ck_comments_why_not",
                schema: "feedback",
                table: "comments");

            migrationBuilder.DropColumn(
                name: "moderated_at",
                schema: "feedback",
                table: "comments");

            migrationBuilder.DropColumn(
                name: "moderated_by",
                schema: "feedback",
                table: "comments");

            migrationBuilder.DropColumn(
                name: "moderation",
                schema: "feedback",
                table: "comments");

            migrationBuilder.DropColumn(
                name: "theme_id",
                schema: "feedback",
                table: "comments");

            migrationBuilder.DropColumn(
                name: "why_not",
                schema: "feedback",
                table: "comments");

            migrationBuilder.DropColumn(
                name: "without_who",
                schema: "feedback",
                table: "comments");

            migrationBuilder.DropColumn(
                name: "worry_note",
                schema: "feedback",
                table: "comments");

            migrationBuilder.DropColumn(
                name: "worry_taken_up_at",
                schema: "feedback",
                table: "comments");
        }
    }
}
