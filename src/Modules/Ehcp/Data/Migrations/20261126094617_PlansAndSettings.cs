using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Ehcp.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class PlansAndSettings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "appointments",
                schema: "ehcp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    adviser = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    place = table.Column<byte[]>(type: "bytea", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    called_off_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appointments", x => x.id);
                    table.CheckConstraint("ck_appointments_adviser", "adviser in ('family', 'school', 'health', 'educational_psychologist', 'social_care', 'speech_and_language', 'occupational_therapy', 'sensory_teacher', 'other')");
                    table.ForeignKey(
                        name: "fk_appointments_records_record_id",
                        column: x => x.record_id,
                        principalSchema: "ehcp",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plans",
                schema: "ehcp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_plans_events_event_id",
                        column: x => x.event_id,
                        principalSchema: "ehcp",
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_plans_records_record_id",
                        column: x => x.record_id,
                        principalSchema: "ehcp",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "setting_statuses",
                schema: "ehcp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    note = table.Column<byte[]>(type: "bytea", nullable: false),
                    health_told_on = table.Column<DateOnly>(type: "date", nullable: true),
                    health_told_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_setting_statuses", x => x.id);
                    table.CheckConstraint("ck_setting_statuses_kind", "kind in ('school', 'other_than_at_school', 'section19', 'home_by_choice', 'nothing')");
                    table.ForeignKey(
                        name: "fk_setting_statuses_records_record_id",
                        column: x => x.record_id,
                        principalSchema: "ehcp",
                        principalTable: "records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_answers",
                schema: "ehcp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reply = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    school = table.Column<byte[]>(type: "bytea", nullable: false),
                    wants_to_meet = table.Column<bool>(type: "boolean", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_answers", x => x.id);
                    table.CheckConstraint("ck_plan_answers_reply", "reply in ('agrees', 'wants_changes', 'nothing_to_say')");
                    table.ForeignKey(
                        name: "fk_plan_answers_plans_plan_id",
                        column: x => x.plan_id,
                        principalSchema: "ehcp",
                        principalTable: "plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_deliveries",
                schema: "ehcp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_deliveries", x => x.id);
                    table.CheckConstraint("ck_plan_deliveries_by", "by in ('family', 'school', 'health', 'educational_psychologist', 'social_care', 'speech_and_language', 'occupational_therapy', 'sensory_teacher', 'other')");
                    table.CheckConstraint("ck_plan_deliveries_part", "part in ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h1', 'h2', 'i', 'j', 'k')");
                    table.ForeignKey(
                        name: "fk_plan_deliveries_plans_plan_id",
                        column: x => x.plan_id,
                        principalSchema: "ehcp",
                        principalTable: "plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_texts",
                schema: "ehcp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_texts", x => x.id);
                    table.CheckConstraint("ck_plan_texts_part", "part in ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h1', 'h2', 'i', 'j', 'k')");
                    table.ForeignKey(
                        name: "fk_plan_texts_plans_plan_id",
                        column: x => x.plan_id,
                        principalSchema: "ehcp",
                        principalTable: "plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_appointments_record_id_adviser_starts_at",
                schema: "ehcp",
                table: "appointments",
                columns: new[] { "record_id", "adviser", "starts_at" },
                unique: true,
                filter: "called_off_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_plan_answers_plan_id_person_id",
                schema: "ehcp",
                table: "plan_answers",
                columns: new[] { "plan_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_deliveries_account_id",
                schema: "ehcp",
                table: "plan_deliveries",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_deliveries_plan_id",
                schema: "ehcp",
                table: "plan_deliveries",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_texts_plan_id_part",
                schema: "ehcp",
                table: "plan_texts",
                columns: new[] { "plan_id", "part" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plans_event_id",
                schema: "ehcp",
                table: "plans",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "ix_plans_one_being_written",
                schema: "ehcp",
                table: "plans",
                column: "record_id",
                unique: true,
                filter: "event_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_plans_record_id_number",
                schema: "ehcp",
                table: "plans",
                columns: new[] { "record_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_setting_statuses_record_id_since",
                schema: "ehcp",
                table: "setting_statuses",
                columns: new[] { "record_id", "since" },
                unique: true,
                filter: "withdrawn_at is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "appointments",
                schema: "ehcp");

            migrationBuilder.DropTable(
                name: "plan_answers",
                schema: "ehcp");

            migrationBuilder.DropTable(
                name: "plan_deliveries",
                schema: "ehcp");

            migrationBuilder.DropTable(
                name: "plan_texts",
                schema: "ehcp");

            migrationBuilder.DropTable(
                name: "setting_statuses",
                schema: "ehcp");

            migrationBuilder.DropTable(
                name: "plans",
                schema: "ehcp");
        }
    }
}
