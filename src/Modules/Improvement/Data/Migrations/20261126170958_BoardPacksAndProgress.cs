using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Improvement.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class BoardPacksAndProgress : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "published");

            migrationBuilder.CreateTable(
                name: "board_packs",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    board_id = table.Column<Guid>(type: "uuid", nullable: false),
                    facts = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_board_packs", x => x.id);
                    table.ForeignKey(
                        name: "fk_board_packs_boards_board_id",
                        column: x => x.board_id,
                        principalSchema: "improvement",
                        principalTable: "boards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "duty_records",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    part_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_end = table.Column<DateOnly>(type: "date", nullable: false),
                    words = table.Column<string>(type: "character varying(700)", maxLength: 700, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duty_records", x => x.id);
                    table.ForeignKey(
                        name: "fk_duty_records_parts_part_id",
                        column: x => x.part_id,
                        principalSchema: "improvement",
                        principalTable: "parts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lead_holders",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead_holders", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "matters",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    part_id = table.Column<Guid>(type: "uuid", nullable: true),
                    waits_for_id = table.Column<Guid>(type: "uuid", nullable: true),
                    route = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    owner = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    by_role = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matters", x => x.id);
                    table.CheckConstraint("ck_matters_kind", "kind in ('risk', 'dependency', 'decision', 'challenge', 'escalation')");
                    table.CheckConstraint("ck_matters_route", "route in ('integrated_care_board', 'cabinet', 'scrutiny_committee', 'health_and_wellbeing_board', 'safeguarding_partnership', 'send_partnership_board')");
                    table.CheckConstraint("ck_matters_route_of_escalation", "(kind = 'escalation') = (route is not null)");
                    table.ForeignKey(
                        name: "fk_matters_parts_part_id",
                        column: x => x.part_id,
                        principalSchema: "improvement",
                        principalTable: "parts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_matters_parts_waits_for_id",
                        column: x => x.waits_for_id,
                        principalSchema: "improvement",
                        principalTable: "parts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "part_comments",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    part_id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    by_role = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_part_comments", x => x.id);
                    table.ForeignKey(
                        name: "fk_part_comments_parts_part_id",
                        column: x => x.part_id,
                        principalSchema: "improvement",
                        principalTable: "parts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "progress_parts",
                schema: "published",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    part_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    area = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    title = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    you_said = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    we_will = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    we_did = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    easy_you_said = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    easy_we_will = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    easy_we_did = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    is_shown = table.Column<bool>(type: "boolean", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_progress_parts", x => x.id);
                    table.CheckConstraint("ck_progress_parts_state", "state in ('not_known', 'late', 'may_be_late', 'on_its_way', 'done', 'helps')");
                });

            migrationBuilder.CreateTable(
                name: "public_words",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    part_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    you_said = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    we_will = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    we_did = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    easy_you_said = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    easy_we_will = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    easy_we_did = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_public_words", x => x.id);
                    table.ForeignKey(
                        name: "fk_public_words_parts_part_id",
                        column: x => x.part_id,
                        principalSchema: "improvement",
                        principalTable: "parts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "update_seals",
                schema: "improvement",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    update_id = table.Column<Guid>(type: "uuid", nullable: false),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_update_seals", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "matter_notes",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    is_closing = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    by_role = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_matter_notes_matters_matter_id",
                        column: x => x.matter_id,
                        principalSchema: "improvement",
                        principalTable: "matters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "public_decisions",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    words_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_approved = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_public_decisions", x => x.id);
                    table.CheckConstraint("ck_public_decisions_reason", "is_approved = (reason is null)");
                    table.ForeignKey(
                        name: "fk_public_decisions_public_words_words_id",
                        column: x => x.words_id,
                        principalSchema: "improvement",
                        principalTable: "public_words",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_board_packs_board_id_digest",
                schema: "improvement",
                table: "board_packs",
                columns: new[] { "board_id", "digest" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_duty_records_part_id_period_end",
                schema: "improvement",
                table: "duty_records",
                columns: new[] { "part_id", "period_end" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lead_holders_role_at",
                schema: "improvement",
                table: "lead_holders",
                columns: new[] { "role", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_matter_notes_closing",
                schema: "improvement",
                table: "matter_notes",
                column: "matter_id",
                unique: true,
                filter: "is_closing");

            migrationBuilder.CreateIndex(
                name: "ix_matter_notes_matter_id_at",
                schema: "improvement",
                table: "matter_notes",
                columns: new[] { "matter_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_matters_at",
                schema: "improvement",
                table: "matters",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_matters_part_id",
                schema: "improvement",
                table: "matters",
                column: "part_id");

            migrationBuilder.CreateIndex(
                name: "ix_matters_waits_for_id",
                schema: "improvement",
                table: "matters",
                column: "waits_for_id");

            migrationBuilder.CreateIndex(
                name: "ix_part_comments_part_id_at",
                schema: "improvement",
                table: "part_comments",
                columns: new[] { "part_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_progress_parts_part_id_published_at",
                schema: "published",
                table: "progress_parts",
                columns: new[] { "part_id", "published_at" });

            migrationBuilder.CreateIndex(
                name: "ix_public_decisions_words_id",
                schema: "improvement",
                table: "public_decisions",
                column: "words_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_public_words_part_id_at",
                schema: "improvement",
                table: "public_words",
                columns: new[] { "part_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_update_seals_update_id",
                schema: "improvement",
                table: "update_seals",
                column: "update_id",
                unique: true);

            migrationBuilder.Sql(ImprovementSchema.PublishedRights);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "board_packs",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "duty_records",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "lead_holders",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "matter_notes",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "part_comments",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "progress_parts",
                schema: "published");

            migrationBuilder.DropTable(
                name: "public_decisions",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "update_seals",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "matters",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "public_words",
                schema: "improvement");
        }
    }
}
