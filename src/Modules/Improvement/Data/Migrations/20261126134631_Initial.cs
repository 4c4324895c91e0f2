using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Improvement.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "improvement");

            migrationBuilder.CreateTable(
                name: "boards",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_boards", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plans",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    loaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plans", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "areas",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    narrative = table.Column<string>(type: "text", nullable: false),
                    governance = table.Column<string>(type: "text", nullable: false),
                    ambition = table.Column<string>(type: "text", nullable: false),
                    lead = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_areas", x => x.id);
                    table.ForeignKey(
                        name: "fk_areas_plans_plan_id",
                        column: x => x.plan_id,
                        principalSchema: "improvement",
                        principalTable: "plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "actions",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    area_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    leads = table.Column<string>(type: "text", nullable: false),
                    completed_by = table.Column<string>(type: "text", nullable: false),
                    impact = table.Column<string>(type: "text", nullable: false),
                    measures = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_actions", x => x.id);
                    table.ForeignKey(
                        name: "fk_actions_areas_area_id",
                        column: x => x.area_id,
                        principalSchema: "improvement",
                        principalTable: "areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "parts",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    action_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    original_due = table.Column<DateOnly>(type: "date", nullable: false),
                    recurring = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    related = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_parts", x => x.id);
                    table.ForeignKey(
                        name: "fk_parts_actions_action_id",
                        column: x => x.action_id,
                        principalSchema: "improvement",
                        principalTable: "actions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "colour_overrides",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    part_id = table.Column<Guid>(type: "uuid", nullable: false),
                    colour = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_colour_overrides", x => x.id);
                    table.CheckConstraint("ck_colour_overrides_colour", "colour in ('grey', 'red', 'amber', 'green', 'blue')");
                    table.ForeignKey(
                        name: "fk_colour_overrides_parts_part_id",
                        column: x => x.part_id,
                        principalSchema: "improvement",
                        principalTable: "parts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "due_moves",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    part_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_due_moves", x => x.id);
                    table.ForeignKey(
                        name: "fk_due_moves_parts_part_id",
                        column: x => x.part_id,
                        principalSchema: "improvement",
                        principalTable: "parts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evidence",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    part_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    claim = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    review_on = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence", x => x.id);
                    table.ForeignKey(
                        name: "fk_evidence_parts_part_id",
                        column: x => x.part_id,
                        principalSchema: "improvement",
                        principalTable: "parts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "impact_checks",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    part_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_end = table.Column<DateOnly>(type: "date", nullable: false),
                    is_met = table.Column<bool>(type: "boolean", nullable: false),
                    words = table.Column<string>(type: "character varying(700)", maxLength: 700, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_impact_checks", x => x.id);
                    table.ForeignKey(
                        name: "fk_impact_checks_parts_part_id",
                        column: x => x.part_id,
                        principalSchema: "improvement",
                        principalTable: "parts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "updates",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    part_id = table.Column<Guid>(type: "uuid", nullable: false),
                    board = table.Column<DateOnly>(type: "date", nullable: false),
                    steps_done = table.Column<int>(type: "integer", nullable: false),
                    done = table.Column<string>(type: "character varying(700)", maxLength: 700, nullable: false),
                    difference = table.Column<string>(type: "character varying(700)", maxLength: 700, nullable: false),
                    next = table.Column<string>(type: "character varying(700)", maxLength: 700, nullable: false),
                    voice = table.Column<string>(type: "character varying(700)", maxLength: 700, nullable: true),
                    no_voice = table.Column<string>(type: "character varying(700)", maxLength: 700, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_updates", x => x.id);
                    table.CheckConstraint("ck_updates_voice", "(voice is null) <> (no_voice is null)");
                    table.ForeignKey(
                        name: "fk_updates_parts_part_id",
                        column: x => x.part_id,
                        principalSchema: "improvement",
                        principalTable: "parts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_actions_area_id_reference",
                schema: "improvement",
                table: "actions",
                columns: new[] { "area_id", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_areas_plan_id_number",
                schema: "improvement",
                table: "areas",
                columns: new[] { "plan_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_boards_held_on",
                schema: "improvement",
                table: "boards",
                column: "held_on",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_colour_overrides_part_id_at",
                schema: "improvement",
                table: "colour_overrides",
                columns: new[] { "part_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_due_moves_part_id_at",
                schema: "improvement",
                table: "due_moves",
                columns: new[] { "part_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_part_id_at",
                schema: "improvement",
                table: "evidence",
                columns: new[] { "part_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_impact_checks_part_id_at",
                schema: "improvement",
                table: "impact_checks",
                columns: new[] { "part_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_parts_action_id_reference",
                schema: "improvement",
                table: "parts",
                columns: new[] { "action_id", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plans_slug",
                schema: "improvement",
                table: "plans",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_updates_part_id_at",
                schema: "improvement",
                table: "updates",
                columns: new[] { "part_id", "at" });

            migrationBuilder.Sql(ImprovementSchema.Rights);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "boards",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "colour_overrides",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "due_moves",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "evidence",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "impact_checks",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "updates",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "parts",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "actions",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "areas",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "plans",
                schema: "improvement");
        }
    }
}
