using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Ehcp.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class CallsFactsAndCover : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "cover_id",
                schema: "ehcp",
                table: "records",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "absences",
                schema: "ehcp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cover_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_absences", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "answers",
                schema: "ehcp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    touchpoint_id = table.Column<Guid>(type: "uuid", nullable: false),
                    knows_next = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    was_good = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    words = table.Column<byte[]>(type: "bytea", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_answers", x => x.id);
                    table.CheckConstraint("ck_answers_knows_next", "knows_next in ('yes', 'partly', 'no')");
                    table.CheckConstraint("ck_answers_was_good", "was_good in ('yes', 'partly', 'no')");
                    table.ForeignKey(
                        name: "fk_answers_touchpoints_touchpoint_id",
                        column: x => x.touchpoint_id,
                        principalSchema: "ehcp",
                        principalTable: "touchpoints",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "calls",
                schema: "ehcp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    called_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    called_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calls", x => x.id);
                    table.CheckConstraint("ck_calls_outcome", "outcome in ('spoken', 'nobody_answered', 'asked_to_call_back')");
                    table.ForeignKey(
                        name: "fk_calls_records_record_id",
                        column: x => x.record_id,
                        principalSchema: "ehcp",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "fact_asks",
                schema: "ehcp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    was_held = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<byte[]>(type: "bytea", nullable: true),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fact_asks", x => x.id);
                    table.CheckConstraint("ck_fact_asks_topic", "topic in ('how_to_talk', 'what_helps', 'what_is_hard', 'health', 'school', 'home', 'hopes')");
                    table.ForeignKey(
                        name: "fk_fact_asks_records_record_id",
                        column: x => x.record_id,
                        principalSchema: "ehcp",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "facts",
                schema: "ehcp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    told_on = table.Column<DateOnly>(type: "date", nullable: false),
                    agreed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_facts", x => x.id);
                    table.CheckConstraint("ck_facts_source", "source in ('family', 'school', 'health', 'educational_psychologist', 'social_care', 'speech_and_language', 'occupational_therapy', 'sensory_teacher', 'other')");
                    table.CheckConstraint("ck_facts_topic", "topic in ('how_to_talk', 'what_helps', 'what_is_hard', 'health', 'school', 'home', 'hopes')");
                    table.ForeignKey(
                        name: "fk_facts_records_record_id",
                        column: x => x.record_id,
                        principalSchema: "ehcp",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_records_cover_id",
                schema: "ehcp",
                table: "records",
                column: "cover_id",
                filter: "cover_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_absences_account_id_to",
                schema: "ehcp",
                table: "absences",
                columns: new[] { "account_id", "to" });

            migrationBuilder.CreateIndex(
                name: "ix_absences_to",
                schema: "ehcp",
                table: "absences",
                column: "to");

            migrationBuilder.CreateIndex(
                name: "ix_answers_answered_at",
                schema: "ehcp",
                table: "answers",
                column: "answered_at");

            migrationBuilder.CreateIndex(
                name: "ix_answers_touchpoint_id",
                schema: "ehcp",
                table: "answers",
                column: "touchpoint_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_calls_record_id_called_at",
                schema: "ehcp",
                table: "calls",
                columns: new[] { "record_id", "called_at" });

            migrationBuilder.CreateIndex(
                name: "ix_fact_asks_asked_at",
                schema: "ehcp",
                table: "fact_asks",
                column: "asked_at");

            migrationBuilder.CreateIndex(
                name: "ix_fact_asks_record_id",
                schema: "ehcp",
                table: "fact_asks",
                column: "record_id");

            migrationBuilder.CreateIndex(
                name: "ix_facts_person_id",
                schema: "ehcp",
                table: "facts",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_facts_record_id",
                schema: "ehcp",
                table: "facts",
                column: "record_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "absences",
                schema: "ehcp");

            migrationBuilder.DropTable(
                name: "answers",
                schema: "ehcp");

            migrationBuilder.DropTable(
                name: "calls",
                schema: "ehcp");

            migrationBuilder.DropTable(
                name: "fact_asks",
                schema: "ehcp");

            migrationBuilder.DropTable(
                name: "facts",
                schema: "ehcp");

            migrationBuilder.DropIndex(
                name: "ix_records_cover_id",
                schema: "ehcp",
                table: "records");

            migrationBuilder.DropColumn(
                name: "cover_id",
                schema: "ehcp",
                table: "records");
        }
    }
}
