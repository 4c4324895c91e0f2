using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Platform.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class OccurrencesAndFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "files",
                schema: "platform",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    @class = table.Column<string>(name: "class", type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<byte[]>(type: "bytea", nullable: false),
                    media_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    scanned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_files", x => x.id);
                    table.CheckConstraint("ck_files_class", "class in ('public', 'staff', 'personal', 'special', 'safety')");
                });

            migrationBuilder.CreateTable(
                name: "occurrences",
                schema: "platform",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    try_again_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_occurrences", x => x.id);
                    table.CheckConstraint("ck_occurrences_state", "state in ('waiting', 'done', 'cancelled', 'failed')");
                });

            migrationBuilder.CreateTable(
                name: "file_chunks",
                schema: "platform",
                columns: table => new
                {
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    public_content = table.Column<byte[]>(type: "bytea", nullable: true),
                    staff_content = table.Column<byte[]>(type: "bytea", nullable: true),
                    personal_content = table.Column<byte[]>(type: "bytea", nullable: true),
                    special_content = table.Column<byte[]>(type: "bytea", nullable: true),
                    safety_content = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_file_chunks", x => new { x.file_id, x.number });
                    table.CheckConstraint("ck_file_chunks_content", "num_nonnulls(public_content, staff_content, personal_content, special_content, safety_content) = 1");
                    table.ForeignKey(
                        name: "fk_file_chunks_files_file_id",
                        column: x => x.file_id,
                        principalSchema: "platform",
                        principalTable: "files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_occurrences_due_at",
                schema: "platform",
                table: "occurrences",
                column: "due_at",
                filter: "state = 'waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_occurrences_kind_subject_key",
                schema: "platform",
                table: "occurrences",
                columns: new[] { "kind", "subject", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_occurrences_subject",
                schema: "platform",
                table: "occurrences",
                column: "subject");

            // What a file holds is compressed already, or looks like chance once it is encrypted: trying to press it costs time and saves nothing.
            migrationBuilder.Sql(
                """
                alter table platform.file_chunks
                    alter column public_content set storage external,
                    alter column staff_content set storage external,
                    alter column personal_content set storage external,
                    alter column special_content set storage external,
                    alter column safety_content set storage external;
                alter table platform.files enable row level security;
                alter table platform.file_chunks enable row level security;
                """);

            // The public login sees files of class Public and nothing of the others, not even that they are there.
            migrationBuilder.Sql(
                """
                do $$
                begin
                    if exists (select from pg_roles where rolname = 'web_public') then
                        grant select on platform.files, platform.file_chunks to web_public;
                        create policy public_files on platform.files for select to web_public using (class = 'public');
                        create policy public_files on platform.file_chunks for select to web_public using (public_content is not null);
                    end if;
                    if exists (select from pg_roles where rolname = 'web_private') then
                        grant select, insert, update, delete on platform.files, platform.file_chunks, platform.occurrences to web_private;
                        create policy all_files on platform.files for all to web_private using (true) with check (true);
                        create policy all_files on platform.file_chunks for all to web_private using (true) with check (true);
                    end if;
                end $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "file_chunks",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "occurrences",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "files",
                schema: "platform");
        }
    }
}
