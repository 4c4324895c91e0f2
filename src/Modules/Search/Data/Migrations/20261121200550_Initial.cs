using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace Medway.LocalOffer.Search.Data.Migrations
{
    /// <inheritdoc />
    internal partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "search");

            migrationBuilder.Sql(SearchSchema.TextConfiguration);

            migrationBuilder.CreateTable(
                name: "entries",
                schema: "search",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    url = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    facets = table.Column<long>(type: "bigint", nullable: false),
                    age_from = table.Column<short>(type: "smallint", nullable: true),
                    age_to = table.Column<short>(type: "smallint", nullable: true),
                    places = table.Column<NpgsqlPoint[]>(type: "point[]", nullable: false),
                    boost = table.Column<short>(type: "smallint", nullable: false),
                    who = table.Column<string>(type: "text", nullable: true),
                    where = table.Column<string>(type: "text", nullable: true),
                    when = table.Column<string>(type: "text", nullable: true),
                    cost = table.Column<string>(type: "text", nullable: true),
                    how_to_start = table.Column<string>(type: "text", nullable: true),
                    phone = table.Column<string>(type: "text", nullable: true),
                    sureness = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    checked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    title_key = table.Column<string>(type: "text", nullable: false),
                    words_title = table.Column<string>(type: "text", nullable: false),
                    words_labels = table.Column<string>(type: "text", nullable: false),
                    words_about = table.Column<string>(type: "text", nullable: false),
                    words_summary = table.Column<string>(type: "text", nullable: false),
                    words_body = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entries", x => x.id);
                    table.CheckConstraint("ck_entries_sureness", "sureness in ('checked', 'check_due', 'from_public_page', 'not_checked')");
                });

            migrationBuilder.CreateTable(
                name: "places",
                schema: "search",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    aliases = table.Column<string[]>(type: "text[]", nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: false),
                    longitude = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_places", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "postcodes",
                schema: "search",
                columns: table => new
                {
                    postcode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: false),
                    longitude = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_postcodes", x => x.postcode);
                });

            migrationBuilder.CreateTable(
                name: "sound_alikes",
                schema: "search",
                columns: table => new
                {
                    typed = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    meant = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sound_alikes", x => x.typed);
                });

            migrationBuilder.CreateTable(
                name: "synonyms",
                schema: "search",
                columns: table => new
                {
                    term = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    means = table.Column<string[]>(type: "text[]", nullable: false),
                    only_alone = table.Column<bool>(type: "boolean", nullable: false),
                    test_query = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_synonyms", x => x.term);
                });

            migrationBuilder.CreateTable(
                name: "words",
                schema: "search",
                columns: table => new
                {
                    text = table.Column<string>(type: "text", nullable: false),
                    stem = table.Column<string>(type: "text", nullable: false),
                    entries = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_words", x => x.text);
                });

            migrationBuilder.CreateIndex(
                name: "ix_words_stem",
                schema: "search",
                table: "words",
                column: "stem");

            migrationBuilder.Sql(SearchSchema.Rows);
            migrationBuilder.Sql(SearchSchema.Words);
            migrationBuilder.Sql(SearchSchema.Rights);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(SearchSchema.Undo);
            migrationBuilder.DropTable(
                name: "entries",
                schema: "search");

            migrationBuilder.DropTable(
                name: "places",
                schema: "search");

            migrationBuilder.DropTable(
                name: "postcodes",
                schema: "search");

            migrationBuilder.DropTable(
                name: "sound_alikes",
                schema: "search");

            migrationBuilder.DropTable(
                name: "synonyms",
                schema: "search");

            migrationBuilder.DropTable(
                name: "words",
                schema: "search");

            migrationBuilder.Sql(SearchSchema.UndoFunctions);
        }
    }
}
