using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Search.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Settings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "asked_places",
                schema: "search",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    area = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    choice = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    asked = table.Column<int>(type: "integer", nullable: false),
                    nothing = table.Column<int>(type: "integer", nullable: false),
                    far = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asked_places", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "asked_words",
                schema: "search",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    words = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    found = table.Column<int>(type: "integer", nullable: false),
                    asked = table.Column<int>(type: "integer", nullable: false),
                    opened = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asked_words", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "best_bets",
                schema: "search",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<short>(type: "smallint", nullable: false),
                    why = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_best_bets", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hidden_entries",
                schema: "search",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    url = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    why = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    hidden_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hidden_entries", x => x.entry_id);
                });

            migrationBuilder.CreateTable(
                name: "judgements",
                schema: "search",
                columns: table => new
                {
                    query = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    url = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    grade = table.Column<short>(type: "smallint", nullable: false),
                    is_first = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_judgements", x => new { x.query, x.url });
                    table.CheckConstraint("ck_judgements_grade", "grade between 1 and 3");
                });

            migrationBuilder.CreateTable(
                name: "packs",
                schema: "search",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    title = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    note = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    slugs = table.Column<string[]>(type: "text[]", nullable: false),
                    made_on = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_packs", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "rebuilds",
                schema: "search",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    total = table.Column<int>(type: "integer", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rebuilds", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "wishes",
                schema: "search",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    text = table.Column<byte[]>(type: "bytea", nullable: false),
                    area = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wishes", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_asked_places_day_area",
                schema: "search",
                table: "asked_places",
                columns: new[] { "day", "area" });

            migrationBuilder.CreateIndex(
                name: "ix_asked_words_day_words",
                schema: "search",
                table: "asked_words",
                columns: new[] { "day", "words" });

            migrationBuilder.CreateIndex(
                name: "ix_best_bets_words_entry_id",
                schema: "search",
                table: "best_bets",
                columns: new[] { "words", "entry_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_packs_last_day",
                schema: "search",
                table: "packs",
                column: "last_day");

            migrationBuilder.Sql(SettingsSchema.Hiding);
            migrationBuilder.Sql(SettingsSchema.Rights);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(SettingsSchema.Undo);
            migrationBuilder.DropTable(
                name: "asked_places",
                schema: "search");

            migrationBuilder.DropTable(
                name: "asked_words",
                schema: "search");

            migrationBuilder.DropTable(
                name: "best_bets",
                schema: "search");

            migrationBuilder.DropTable(
                name: "hidden_entries",
                schema: "search");

            migrationBuilder.DropTable(
                name: "judgements",
                schema: "search");

            migrationBuilder.DropTable(
                name: "packs",
                schema: "search");

            migrationBuilder.DropTable(
                name: "rebuilds",
                schema: "search");

            migrationBuilder.DropTable(
                name: "wishes",
                schema: "search");
        }
    }
}
