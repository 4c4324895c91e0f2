using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.CoDesign.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "codesign");

            migrationBuilder.EnsureSchema(
                name: "published");

            migrationBuilder.CreateTable(
                name: "panel_checked_pages",
                schema: "published",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_panel_checked_pages", x => new { x.document_id, x.revision_id });
                });

            migrationBuilder.CreateTable(
                name: "panel_rounds",
                schema: "published",
                columns: table => new
                {
                    slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    purpose = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: false),
                    people = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    easy_read = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_panel_rounds", x => x.slug);
                });

            migrationBuilder.CreateTable(
                name: "panel_themes",
                schema: "published",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    said = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    easy_said = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    response = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    easy_response = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    by = table.Column<DateOnly>(type: "date", nullable: true),
                    before_path = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    after_path = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    before = table.Column<string>(type: "character varying(100000)", maxLength: 100000, nullable: true),
                    people = table.Column<int>(type: "integer", nullable: false),
                    quotes = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_panel_themes", x => x.id);
                    table.CheckConstraint("ck_panel_themes_people", "people = 0 or people >= 5");
                    table.CheckConstraint("ck_panel_themes_status", "status in ('did', 'will', 'cannot')");
                });

            migrationBuilder.CreateTable(
                name: "rounds",
                schema: "codesign",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    purpose = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    opens_on = table.Column<DateOnly>(type: "date", nullable: false),
                    closes_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reply_on = table.Column<DateOnly>(type: "date", nullable: true),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: false),
                    moderator_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    signed_off_by = table.Column<Guid>(type: "uuid", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    published_on = table.Column<DateOnly>(type: "date", nullable: true),
                    easy_read = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    cards_erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answers_erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rounds", x => x.id);
                    table.CheckConstraint("ck_rounds_days", "opens_on <= closes_on and (reply_on is null or closes_on <= reply_on)");
                    table.CheckConstraint("ck_rounds_state", "state in ('draft', 'signed_off', 'open', 'closed', 'being_answered', 'published', 'archived')");
                });

            migrationBuilder.CreateTable(
                name: "groups",
                schema: "codesign",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    letter = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    name = table.Column<byte[]>(type: "bytea", nullable: false),
                    contact = table.Column<byte[]>(type: "bytea", nullable: false),
                    may_be_quoted = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_groups", x => x.id);
                    table.ForeignKey(
                        name: "fk_groups_rounds_round_id",
                        column: x => x.round_id,
                        principalSchema: "codesign",
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "parts",
                schema: "codesign",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    ask = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    revision_id = table.Column<Guid>(type: "uuid", nullable: true),
                    path = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    written_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    anchor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    heading = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    html = table.Column<string>(type: "character varying(100000)", maxLength: 100000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_parts", x => x.id);
                    table.CheckConstraint("ck_parts_ask", "ask in ('understand', 'useful', 'missing', 'find_it')");
                    table.CheckConstraint("ck_parts_pinned", "(document_id is null) = (revision_id is null)");
                    table.ForeignKey(
                        name: "fk_parts_rounds_round_id",
                        column: x => x.round_id,
                        principalSchema: "codesign",
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "themes",
                schema: "codesign",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    said = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    easy_said = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    proposed = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    response = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    easy_response = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    by = table.Column<DateOnly>(type: "date", nullable: true),
                    after_path = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_themes", x => x.id);
                    table.CheckConstraint("ck_themes_status", "status in ('did', 'will', 'cannot')");
                    table.ForeignKey(
                        name: "fk_themes_rounds_round_id",
                        column: x => x.round_id,
                        principalSchema: "codesign",
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reviewers",
                schema: "codesign",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    card_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    card = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    easy_words = table.Column<bool>(type: "boolean", nullable: false),
                    pictures = table.Column<bool>(type: "boolean", nullable: false),
                    read_aloud = table.Column<bool>(type: "boolean", nullable: false),
                    more_space = table.Column<bool>(type: "boolean", nullable: false),
                    age = table.Column<byte[]>(type: "bytea", nullable: true),
                    had_help = table.Column<byte[]>(type: "bytea", nullable: true),
                    friend = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reviewers", x => x.id);
                    table.CheckConstraint("ck_reviewers_card", "card in ('live', 'paused', 'cancelled')");
                    table.CheckConstraint("ck_reviewers_friend", "friend in ('yes', 'maybe', 'no')");
                    table.ForeignKey(
                        name: "fk_reviewers_groups_group_id",
                        column: x => x.group_id,
                        principalSchema: "codesign",
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reviewers_rounds_round_id",
                        column: x => x.round_id,
                        principalSchema: "codesign",
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "answers",
                schema: "codesign",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    reviewer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part_id = table.Column<Guid>(type: "uuid", nullable: false),
                    pick = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    reasons = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: true),
                    shown = table.Column<byte[]>(type: "bytea", nullable: true),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    worry_closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    theme_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_answers", x => x.id);
                    table.CheckConstraint("ck_answers_pick", "pick in ('easy', 'ok', 'hard', 'skip')");
                    table.CheckConstraint("ck_answers_state", "state in ('none', 'waiting', 'accepted', 'trimmed', 'not_for_publishing', 'worried')");
                    table.ForeignKey(
                        name: "fk_answers_parts_part_id",
                        column: x => x.part_id,
                        principalSchema: "codesign",
                        principalTable: "parts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_answers_reviewers_reviewer_id",
                        column: x => x.reviewer_id,
                        principalSchema: "codesign",
                        principalTable: "reviewers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_answers_themes_theme_id",
                        column: x => x.theme_id,
                        principalSchema: "codesign",
                        principalTable: "themes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                schema: "codesign",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    reviewer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.hash);
                    table.ForeignKey(
                        name: "fk_sessions_reviewers_reviewer_id",
                        column: x => x.reviewer_id,
                        principalSchema: "codesign",
                        principalTable: "reviewers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_answers_part_id",
                schema: "codesign",
                table: "answers",
                column: "part_id");

            migrationBuilder.CreateIndex(
                name: "ix_answers_reviewer_id_part_id",
                schema: "codesign",
                table: "answers",
                columns: new[] { "reviewer_id", "part_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_answers_state_at",
                schema: "codesign",
                table: "answers",
                columns: new[] { "state", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_answers_theme_id",
                schema: "codesign",
                table: "answers",
                column: "theme_id");

            migrationBuilder.CreateIndex(
                name: "ix_groups_round_id_letter",
                schema: "codesign",
                table: "groups",
                columns: new[] { "round_id", "letter" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_panel_themes_slug",
                schema: "published",
                table: "panel_themes",
                column: "slug");

            migrationBuilder.CreateIndex(
                name: "ix_parts_document_id",
                schema: "codesign",
                table: "parts",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_parts_round_id_position",
                schema: "codesign",
                table: "parts",
                columns: new[] { "round_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_reviewers_card_hash",
                schema: "codesign",
                table: "reviewers",
                column: "card_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reviewers_group_id_number",
                schema: "codesign",
                table: "reviewers",
                columns: new[] { "group_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reviewers_round_id",
                schema: "codesign",
                table: "reviewers",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ix_rounds_slug",
                schema: "codesign",
                table: "rounds",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sessions_reviewer_id",
                schema: "codesign",
                table: "sessions",
                column: "reviewer_id");

            migrationBuilder.CreateIndex(
                name: "ix_themes_round_id",
                schema: "codesign",
                table: "themes",
                column: "round_id");

            migrationBuilder.Sql(CoDesignSchema.Rights);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "answers",
                schema: "codesign");

            migrationBuilder.DropTable(
                name: "panel_checked_pages",
                schema: "published");

            migrationBuilder.DropTable(
                name: "panel_rounds",
                schema: "published");

            migrationBuilder.DropTable(
                name: "panel_themes",
                schema: "published");

            migrationBuilder.DropTable(
                name: "sessions",
                schema: "codesign");

            migrationBuilder.DropTable(
                name: "parts",
                schema: "codesign");

            migrationBuilder.DropTable(
                name: "themes",
                schema: "codesign");

            migrationBuilder.DropTable(
                name: "reviewers",
                schema: "codesign");

            migrationBuilder.DropTable(
                name: "groups",
                schema: "codesign");

            migrationBuilder.DropTable(
                name: "rounds",
                schema: "codesign");
        }
    }
}
