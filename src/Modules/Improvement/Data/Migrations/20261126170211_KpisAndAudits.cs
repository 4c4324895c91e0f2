using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Improvement.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class KpisAndAudits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_draws",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    seed = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    frame_size = table.Column<int>(type: "integer", nullable: false),
                    frame_digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    excluded = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_draws", x => x.id);
                    table.CheckConstraint("ck_audit_draws_kind", "kind in ('new_plans', 'reviews', 'journeys')");
                });

            migrationBuilder.CreateTable(
                name: "kpis",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    action_id = table.Column<Guid>(type: "uuid", nullable: true),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    feed = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kpis", x => x.id);
                    table.CheckConstraint("ck_kpis_unit", "unit in ('percent', 'count', 'months', 'million_pounds')");
                    table.ForeignKey(
                        name: "fk_kpis_actions_action_id",
                        column: x => x.action_id,
                        principalSchema: "improvement",
                        principalTable: "actions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "audit_items",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    draw_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_audit_items_audit_draws_draw_id",
                        column: x => x.draw_id,
                        principalSchema: "improvement",
                        principalTable: "audit_draws",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "kpi_definitions",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kpi_id = table.Column<Guid>(type: "uuid", nullable: false),
                    meaning = table.Column<string>(type: "text", nullable: true),
                    numerator = table.Column<string>(type: "text", nullable: true),
                    denominator = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: true),
                    owner = table.Column<string>(type: "text", nullable: true),
                    frequency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    baseline = table.Column<string>(type: "text", nullable: true),
                    baseline_value = table.Column<decimal>(type: "numeric", nullable: true),
                    baseline_on = table.Column<DateOnly>(type: "date", nullable: true),
                    target = table.Column<string>(type: "text", nullable: true),
                    target_value = table.Column<decimal>(type: "numeric", nullable: true),
                    target_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_target_england = table.Column<bool>(type: "boolean", nullable: false),
                    is_target_strict = table.Column<bool>(type: "boolean", nullable: false),
                    polarity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    lag_days = table.Column<int>(type: "integer", nullable: true),
                    suppression = table.Column<string>(type: "text", nullable: true),
                    comparison = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kpi_definitions", x => x.id);
                    table.CheckConstraint("ck_kpi_definitions_frequency", "frequency in ('month', 'two_months', 'quarter', 'year_so_far', 'year')");
                    table.CheckConstraint("ck_kpi_definitions_polarity", "polarity in ('higher', 'lower')");
                    table.ForeignKey(
                        name: "fk_kpi_definitions_kpis_kpi_id",
                        column: x => x.kpi_id,
                        principalSchema: "improvement",
                        principalTable: "kpis",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "kpi_figures",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kpi_id = table.Column<Guid>(type: "uuid", nullable: false),
                    series = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    numerator = table.Column<decimal>(type: "numeric", nullable: true),
                    denominator = table.Column<decimal>(type: "numeric", nullable: true),
                    value = table.Column<decimal>(type: "numeric", nullable: true),
                    words = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    as_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kpi_figures", x => x.id);
                    table.CheckConstraint("ck_kpi_figures_origin", "origin in ('paper', 'live', 'partner', 'national')");
                    table.ForeignKey(
                        name: "fk_kpi_figures_kpis_kpi_id",
                        column: x => x.kpi_id,
                        principalSchema: "improvement",
                        principalTable: "kpis",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "audit_findings",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_findings", x => x.id);
                    table.CheckConstraint("ck_audit_findings_agency", "agency in ('education', 'health', 'social_care', 'school')");
                    table.ForeignKey(
                        name: "fk_audit_findings_audit_items_item_id",
                        column: x => x.item_id,
                        principalSchema: "improvement",
                        principalTable: "audit_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "audit_results",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    grade = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    observer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_results", x => x.id);
                    table.CheckConstraint("ck_audit_results_grade", "grade in ('outstanding', 'good', 'requires_improvement', 'inadequate')");
                    table.ForeignKey(
                        name: "fk_audit_results_audit_items_item_id",
                        column: x => x.item_id,
                        principalSchema: "improvement",
                        principalTable: "audit_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "audit_finding_reports",
                schema: "improvement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    finding_id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    is_done = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_finding_reports", x => x.id);
                    table.ForeignKey(
                        name: "fk_audit_finding_reports_audit_findings_finding_id",
                        column: x => x.finding_id,
                        principalSchema: "improvement",
                        principalTable: "audit_findings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_draws_kind_until",
                schema: "improvement",
                table: "audit_draws",
                columns: new[] { "kind", "until" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_audit_finding_reports_finding_id_at",
                schema: "improvement",
                table: "audit_finding_reports",
                columns: new[] { "finding_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_findings_item_id_agency",
                schema: "improvement",
                table: "audit_findings",
                columns: new[] { "item_id", "agency" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_audit_items_draw_id_number",
                schema: "improvement",
                table: "audit_items",
                columns: new[] { "draw_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_audit_items_unit_id",
                schema: "improvement",
                table: "audit_items",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_audit_results_item_id",
                schema: "improvement",
                table: "audit_results",
                column: "item_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_kpi_definitions_kpi_id_at",
                schema: "improvement",
                table: "kpi_definitions",
                columns: new[] { "kpi_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_kpi_figures_kpi_id_series_until_as_at",
                schema: "improvement",
                table: "kpi_figures",
                columns: new[] { "kpi_id", "series", "until", "as_at" });

            migrationBuilder.CreateIndex(
                name: "ix_kpis_action_id",
                schema: "improvement",
                table: "kpis",
                column: "action_id");

            migrationBuilder.CreateIndex(
                name: "ix_kpis_code",
                schema: "improvement",
                table: "kpis",
                column: "code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_finding_reports",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "audit_results",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "kpi_definitions",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "kpi_figures",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "audit_findings",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "kpis",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "audit_items",
                schema: "improvement");

            migrationBuilder.DropTable(
                name: "audit_draws",
                schema: "improvement");
        }
    }
}
