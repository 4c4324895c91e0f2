using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Content.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class MediaAndLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_variants_key",
                schema: "content",
                table: "variants");

            migrationBuilder.CreateTable(
                name: "links",
                schema: "content",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    web_address = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    failures = table.Column<short>(type: "smallint", nullable: false),
                    problem = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    moved_to = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    tried_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failing_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_links", x => x.id);
                    table.CheckConstraint("ck_links_failing", "(failures > 0) = (failing_since is not null)");
                });

            migrationBuilder.CreateTable(
                name: "media",
                schema: "content",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    alt = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    is_decorative = table.Column<bool>(type: "boolean", nullable: false),
                    owner = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    width = table.Column<int>(type: "integer", nullable: false),
                    height = table.Column<int>(type: "integer", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_media", x => x.id);
                    table.CheckConstraint("ck_media_alt", "kind = 'document' or is_decorative = (alt is null)");
                    table.CheckConstraint("ck_media_key", "key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'");
                    table.CheckConstraint("ck_media_kind", "kind in ('picture', 'document')");
                });

            migrationBuilder.CreateTable(
                name: "link_places",
                schema: "content",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    link_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    href = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    owner = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_link_places", x => x.id);
                    table.ForeignKey(
                        name: "fk_link_places_links_link_id",
                        column: x => x.link_id,
                        principalSchema: "content",
                        principalTable: "links",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "media_files",
                schema: "content",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    media_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    content_type = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    width = table.Column<int>(type: "integer", nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    stored_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_media_files", x => x.id);
                    table.ForeignKey(
                        name: "fk_media_files_media_media_id",
                        column: x => x.media_id,
                        principalSchema: "content",
                        principalTable: "media",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_variants_key",
                schema: "content",
                table: "variants",
                sql: "key ~ '^(full|easy_read|audio|[a-z]{2,3})$'");

            migrationBuilder.CreateIndex(
                name: "ix_link_places_link_id",
                schema: "content",
                table: "link_places",
                column: "link_id");

            migrationBuilder.CreateIndex(
                name: "ix_links_web_address",
                schema: "content",
                table: "links",
                column: "web_address",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_links_tried_at",
                schema: "content",
                table: "links",
                column: "tried_at");

            migrationBuilder.CreateIndex(
                name: "ix_media_key",
                schema: "content",
                table: "media",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_media_files_media_id_file_name",
                schema: "content",
                table: "media_files",
                columns: new[] { "media_id", "file_name" },
                unique: true);

            // The private login has its rights by default; the public one sees what pages print and no more.
            migrationBuilder.Sql("""
                do $$
                begin
                    if exists (select from pg_roles where rolname = 'web_public') then
                        grant select (id, key, name, kind, alt, is_decorative, owner, width, height) on content.media to web_public;
                        grant select on content.media_files to web_public;
                    end if;
                end
                $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "link_places",
                schema: "content");

            migrationBuilder.DropTable(
                name: "media_files",
                schema: "content");

            migrationBuilder.DropTable(
                name: "links",
                schema: "content");

            migrationBuilder.DropTable(
                name: "media",
                schema: "content");

            migrationBuilder.DropCheckConstraint(
                name: "ck_variants_key",
                schema: "content",
                table: "variants");

            migrationBuilder.AddCheckConstraint(
                name: "ck_variants_key",
                schema: "content",
                table: "variants",
                sql: "key ~ '^(full|easy_read|[a-z]{2,3})$'");
        }
    }
}
