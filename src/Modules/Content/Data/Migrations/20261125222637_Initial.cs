using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Content.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "content");

            migrationBuilder.CreateTable(
                name: "documents",
                schema: "content",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    path = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    in_menu = table.Column<bool>(type: "boolean", nullable: false),
                    icon = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    also = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    owner = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    owner_account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    last_checked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    next_check_on = table.Column<DateOnly>(type: "date", nullable: false),
                    check_months = table.Column<short>(type: "smallint", nullable: false),
                    reading_age_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    taken_down = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    taken_down_words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    merged_into_id = table.Column<Guid>(type: "uuid", nullable: true),
                    binned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    seed_key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents", x => x.id);
                    table.CheckConstraint("ck_documents_check_months", "check_months between 1 and 12");
                    table.CheckConstraint("ck_documents_kind", "kind in ('page', 'guide', 'step_by_step', 'news', 'event', 'alert', 'question', 'download', 'term')");
                    table.CheckConstraint("ck_documents_merged", "(merged_into_id is not null) = (taken_down is not distinct from 'merged')");
                    table.CheckConstraint("ck_documents_path", "path ~ '^(/[a-z0-9]+(-[a-z0-9]+)*){1,10}$'");
                    table.CheckConstraint("ck_documents_slug", "slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'");
                    table.CheckConstraint("ck_documents_taken_down", "taken_down in ('published_in_error', 'merged', 'withdrawn')");
                    table.ForeignKey(
                        name: "fk_documents_documents_parent_id",
                        column: x => x.parent_id,
                        principalSchema: "content",
                        principalTable: "documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "missed_paths",
                schema: "content",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    path = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_missed_paths", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "published",
                schema: "content",
                columns: table => new
                {
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    variant = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    revision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    path = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    address = table.Column<string>(type: "character varying(480)", maxLength: 480, nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    in_menu = table.Column<bool>(type: "boolean", nullable: false),
                    icon = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    summary = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "character varying(200000)", maxLength: 200000, nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    owner = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    also = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    last_checked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    next_check_on = table.Column<DateOnly>(type: "date", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    change_note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    taken_down = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    taken_down_words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    may_be_old = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_published", x => new { x.document_id, x.variant });
                    table.CheckConstraint("ck_published_kind", "kind in ('page', 'guide', 'step_by_step', 'news', 'event', 'alert', 'question', 'download', 'term')");
                    table.CheckConstraint("ck_published_taken_down", "taken_down in ('published_in_error', 'merged', 'withdrawn')");
                });

            migrationBuilder.CreateTable(
                name: "redirects",
                schema: "content",
                columns: table => new
                {
                    from_path = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    to_path = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_redirects", x => x.from_path);
                    table.CheckConstraint("ck_redirects_loop", "from_path <> to_path");
                    table.CheckConstraint("ck_redirects_one_end", "(document_id is null) <> (to_path is null)");
                });

            migrationBuilder.CreateTable(
                name: "asked_checks",
                schema: "content",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    variant = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    revision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asked_checks", x => x.id);
                    table.CheckConstraint("ck_asked_checks_answer", "answer in ('waiting', 'right', 'needs_change', 'withdrawn')");
                    table.CheckConstraint("ck_asked_checks_kind", "kind in ('fact_check', 'still_right')");
                    table.ForeignKey(
                        name: "fk_asked_checks_documents_document_id",
                        column: x => x.document_id,
                        principalSchema: "content",
                        principalTable: "documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "variants",
                schema: "content",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    live_revision_id = table.Column<Guid>(type: "uuid", nullable: true),
                    draft_revision_id = table.Column<Guid>(type: "uuid", nullable: true),
                    draft = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    standing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    publish_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    schedule_problem = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    live_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    unchecked_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    written_for_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_variants", x => x.id);
                    table.CheckConstraint("ck_variants_draft", "draft in ('none', 'open', 'submitted', 'scheduled', 'failed')");
                    table.CheckConstraint("ck_variants_key", "key ~ '^(full|easy_read|[a-z]{2,3})$'");
                    table.CheckConstraint("ck_variants_live", "(live_revision_id is null) = (standing = 'not_yet')");
                    table.CheckConstraint("ck_variants_one_draft", "(draft_revision_id is null) = (draft = 'none')");
                    table.CheckConstraint("ck_variants_publish_at", "(publish_at is not null) = (draft in ('scheduled', 'failed'))");
                    table.CheckConstraint("ck_variants_standing", "standing in ('not_yet', 'live', 'live_unchecked')");
                    table.CheckConstraint("ck_variants_unchecked", "(unchecked_by is not null) = (standing = 'live_unchecked')");
                    table.ForeignKey(
                        name: "fk_variants_documents_document_id",
                        column: x => x.document_id,
                        principalSchema: "content",
                        principalTable: "documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "autosaves",
                schema: "content",
                columns: table => new
                {
                    variant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    based_on_id = table.Column<Guid>(type: "uuid", nullable: true),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    summary = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "character varying(200000)", maxLength: 200000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_autosaves", x => new { x.variant_id, x.account_id });
                    table.ForeignKey(
                        name: "fk_autosaves_variants_variant_id",
                        column: x => x.variant_id,
                        principalSchema: "content",
                        principalTable: "variants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "remarks",
                schema: "content",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    variant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    words = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_remarks", x => x.id);
                    table.CheckConstraint("ck_remarks_kind", "kind in ('note', 'returned', 'emergency', 'found_right', 'needs_change')");
                    table.ForeignKey(
                        name: "fk_remarks_variants_variant_id",
                        column: x => x.variant_id,
                        principalSchema: "content",
                        principalTable: "variants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "revisions",
                schema: "content",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    variant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    summary = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "character varying(200000)", maxLength: 200000, nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    change_note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    staff_note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    origin = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    seed_digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_revisions", x => x.id);
                    table.CheckConstraint("ck_revisions_origin", "origin in ('staff', 'seed')");
                    table.CheckConstraint("ck_revisions_times", "ends_at is null or starts_at <= ends_at");
                    table.ForeignKey(
                        name: "fk_revisions_variants_variant_id",
                        column: x => x.variant_id,
                        principalSchema: "content",
                        principalTable: "variants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_asked_checks_document_id",
                schema: "content",
                table: "asked_checks",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_next_check_on",
                schema: "content",
                table: "documents",
                column: "next_check_on");

            migrationBuilder.CreateIndex(
                name: "ix_documents_parent_id",
                schema: "content",
                table: "documents",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_path",
                schema: "content",
                table: "documents",
                column: "path",
                unique: true,
                filter: "binned_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_documents_seed_key",
                schema: "content",
                table: "documents",
                column: "seed_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_missed_paths_path",
                schema: "content",
                table: "missed_paths",
                column: "path");

            migrationBuilder.CreateIndex(
                name: "ix_published_address",
                schema: "content",
                table: "published",
                column: "address",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_published_kind_variant",
                schema: "content",
                table: "published",
                columns: new[] { "kind", "variant" });

            migrationBuilder.CreateIndex(
                name: "ix_published_parent_id",
                schema: "content",
                table: "published",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_redirects_document_id",
                schema: "content",
                table: "redirects",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_redirects_to_path",
                schema: "content",
                table: "redirects",
                column: "to_path");

            migrationBuilder.CreateIndex(
                name: "ix_remarks_variant_id_at",
                schema: "content",
                table: "remarks",
                columns: new[] { "variant_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_revisions_variant_id_number",
                schema: "content",
                table: "revisions",
                columns: new[] { "variant_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_variants_document_id_key",
                schema: "content",
                table: "variants",
                columns: new[] { "document_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_variants_publish_at",
                schema: "content",
                table: "variants",
                column: "publish_at",
                filter: "draft = 'scheduled'");

            // Pointers of a variant lead to revisions of that same variant. Checked when the transaction ends, because each needs the other first.
            migrationBuilder.Sql("""
                alter table content.revisions add constraint uq_revisions_of_variant unique (id, variant_id);
                alter table content.variants add constraint fk_variants_live foreign key (live_revision_id, id)
                    references content.revisions (id, variant_id) deferrable initially deferred;
                alter table content.variants add constraint fk_variants_draft foreign key (draft_revision_id, id)
                    references content.revisions (id, variant_id) deferrable initially deferred;

                create function content.refuse_change() returns trigger language plpgsql as $$
                begin
                    raise exception 'What was said is never changed: a revision is added instead.';
                end
                $$;
                create trigger revisions_stay before update on content.revisions for each row execute function content.refuse_change();

                do $$
                begin
                    if exists (select from pg_roles where rolname = 'web_public') then
                        grant usage on schema content to web_public;
                        grant select on content.published, content.redirects to web_public;
                        grant insert on content.missed_paths to web_public;
                    end if;
                    if exists (select from pg_roles where rolname = 'web_private') then
                        grant usage on schema content to web_private;
                        grant select, insert, update, delete on all tables in schema content to web_private;
                        revoke insert, update, delete on content.__migrations from web_private;
                        alter default privileges in schema content grant select, insert, update, delete on tables to web_private;
                    end if;
                end
                $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("alter table content.variants drop constraint fk_variants_live; alter table content.variants drop constraint fk_variants_draft; drop function content.refuse_change() cascade;");

            migrationBuilder.DropTable(
                name: "asked_checks",
                schema: "content");

            migrationBuilder.DropTable(
                name: "autosaves",
                schema: "content");

            migrationBuilder.DropTable(
                name: "missed_paths",
                schema: "content");

            migrationBuilder.DropTable(
                name: "published",
                schema: "content");

            migrationBuilder.DropTable(
                name: "redirects",
                schema: "content");

            migrationBuilder.DropTable(
                name: "remarks",
                schema: "content");

            migrationBuilder.DropTable(
                name: "revisions",
                schema: "content");

            migrationBuilder.DropTable(
                name: "variants",
                schema: "content");

            migrationBuilder.DropTable(
                name: "documents",
                schema: "content");
        }
    }
}
