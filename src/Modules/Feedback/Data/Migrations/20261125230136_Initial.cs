using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Feedback.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "feedback");

            migrationBuilder.CreateTable(
                name: "comments",
                schema: "feedback",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    about = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    done = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comments", x => x.id);
                    table.CheckConstraint("ck_comments_kind", "kind in ('wrong', 'missing', 'hard_to_use', 'idea', 'thanks')");
                    table.CheckConstraint("ck_comments_state", "state in ('new', 'dealt_with', 'set_aside')");
                });

            migrationBuilder.CreateIndex(
                name: "ix_comments_state_at",
                schema: "feedback",
                table: "comments",
                columns: new[] { "state", "at" });

            // The public site adds comments and can read none, not even its own.
            migrationBuilder.Sql("""
                do $$
                begin
                    if exists (select from pg_roles where rolname = 'web_public') then
                        grant usage on schema feedback to web_public;
                        grant insert on feedback.comments to web_public;
                    end if;
                    if exists (select from pg_roles where rolname = 'web_private') then
                        grant usage on schema feedback to web_private;
                        grant select, insert, update, delete on all tables in schema feedback to web_private;
                        revoke insert, update, delete on feedback.__migrations from web_private;
                        alter default privileges in schema feedback grant select, insert, update, delete on tables to web_private;
                    end if;
                end
                $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "comments",
                schema: "feedback");
        }
    }
}
