using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Ehcp.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Touchpoints : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "questions",
                schema: "ehcp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    steps = table.Column<int>(type: "integer", nullable: false),
                    answer = table.Column<byte[]>(type: "bytea", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_questions", x => x.id);
                    table.ForeignKey(
                        name: "fk_questions_records_record_id",
                        column: x => x.record_id,
                        principalSchema: "ehcp",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "silence_alerts",
                schema: "ehcp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    day = table.Column<int>(type: "integer", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_silence_alerts", x => x.id);
                    table.ForeignKey(
                        name: "fk_silence_alerts_records_record_id",
                        column: x => x.record_id,
                        principalSchema: "ehcp",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "touchpoint_kinds",
                schema: "ehcp",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    starts_with = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    not_yet = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    falls_away_with = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    after = table.Column<int>(type: "integer", nullable: false),
                    who = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    made_when = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    limit = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    source = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    words = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_touchpoint_kinds", x => x.code);
                    table.CheckConstraint("ck_touchpoint_kinds_mode", "mode in ('automatic', 'prepared', 'task')");
                    table.CheckConstraint("ck_touchpoint_kinds_unit", "unit in ('days', 'working_days')");
                });

            migrationBuilder.CreateTable(
                name: "touchpoints",
                schema: "ehcp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    occasion = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_useful = table.Column<bool>(type: "boolean", nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    called_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    done_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    not_needed_because = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_touchpoints", x => x.id);
                    table.CheckConstraint("ck_touchpoints_mode", "mode in ('automatic', 'prepared', 'task')");
                    table.CheckConstraint("ck_touchpoints_state", "state in ('planned', 'waiting', 'asked', 'made', 'not_made', 'cancelled')");
                    table.ForeignKey(
                        name: "fk_touchpoints_records_record_id",
                        column: x => x.record_id,
                        principalSchema: "ehcp",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_touchpoints_touchpoint_kinds_code",
                        column: x => x.code,
                        principalSchema: "ehcp",
                        principalTable: "touchpoint_kinds",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_questions_person_id",
                schema: "ehcp",
                table: "questions",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_questions_record_id",
                schema: "ehcp",
                table: "questions",
                column: "record_id");

            migrationBuilder.CreateIndex(
                name: "ix_questions_steps_due_on",
                schema: "ehcp",
                table: "questions",
                columns: new[] { "steps", "due_on" },
                filter: "answered_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_silence_alerts_record_id_person_id_since_day",
                schema: "ehcp",
                table: "silence_alerts",
                columns: new[] { "record_id", "person_id", "since", "day" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_silence_alerts_since",
                schema: "ehcp",
                table: "silence_alerts",
                column: "since",
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_touchpoints_code",
                schema: "ehcp",
                table: "touchpoints",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "ix_touchpoints_due_on",
                schema: "ehcp",
                table: "touchpoints",
                column: "due_on",
                filter: "state in ('waiting', 'not_made')");

            migrationBuilder.CreateIndex(
                name: "ix_touchpoints_person_id_record_id",
                schema: "ehcp",
                table: "touchpoints",
                columns: new[] { "person_id", "record_id" });

            migrationBuilder.CreateIndex(
                name: "ix_touchpoints_record_id_code_occasion_person_id",
                schema: "ehcp",
                table: "touchpoints",
                columns: new[] { "record_id", "code", "occasion", "person_id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "questions",
                schema: "ehcp");

            migrationBuilder.DropTable(
                name: "silence_alerts",
                schema: "ehcp");

            migrationBuilder.DropTable(
                name: "touchpoints",
                schema: "ehcp");

            migrationBuilder.DropTable(
                name: "touchpoint_kinds",
                schema: "ehcp");
        }
    }
}
