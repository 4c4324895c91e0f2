using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Accounts.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class FamilyAccess : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<Guid>(
                name: "account_id",
                schema: "accounts",
                table: "sessions",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "access_id",
                schema: "accounts",
                table: "sessions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_shared",
                schema: "accounts",
                table: "sessions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "family_access",
                schema: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    contact_point_id = table.Column<Guid>(type: "uuid", nullable: false),
                    invited_by = table.Column<Guid>(type: "uuid", nullable: true),
                    invited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    bound_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    documents_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    authenticator_key = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    last_code_step = table.Column<long>(type: "bigint", nullable: false),
                    wrong_tries = table.Column<int>(type: "integer", nullable: false),
                    wrong_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_family_access", x => x.id);
                    table.CheckConstraint("ck_family_access_state", "state in ('invited', 'active', 'ended')");
                });

            migrationBuilder.CreateTable(
                name: "join_requests",
                schema: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_point_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_join_requests", x => x.id);
                    table.CheckConstraint("ck_join_requests_state", "state in ('started', 'waiting', 'approved', 'declined')");
                });

            migrationBuilder.CreateTable(
                name: "family_codes",
                schema: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    use = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    access_id = table.Column<Guid>(type: "uuid", nullable: true),
                    join_id = table.Column<Guid>(type: "uuid", nullable: true),
                    contact_point_id = table.Column<Guid>(type: "uuid", nullable: true),
                    browser_digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    digest = table.Column<byte[]>(type: "bytea", nullable: true),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_family_codes", x => x.id);
                    table.CheckConstraint("ck_family_codes_use", "use in ('binding', 'signing_in', 'joining', 'second_factor')");
                    table.ForeignKey(
                        name: "fk_family_codes_family_access_access_id",
                        column: x => x.access_id,
                        principalSchema: "accounts",
                        principalTable: "family_access",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_family_codes_join_requests_join_id",
                        column: x => x.join_id,
                        principalSchema: "accounts",
                        principalTable: "join_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_access_id",
                schema: "accounts",
                table: "sessions",
                column: "access_id");

            migrationBuilder.AddCheckConstraint(
                name: "ck_sessions_whose",
                schema: "accounts",
                table: "sessions",
                sql: "(account_id is null) <> (access_id is null)");

            migrationBuilder.CreateIndex(
                name: "ix_family_access_contact_point_id",
                schema: "accounts",
                table: "family_access",
                column: "contact_point_id",
                unique: true,
                filter: "state = 'active'");

            migrationBuilder.CreateIndex(
                name: "ix_family_access_person_id_state",
                schema: "accounts",
                table: "family_access",
                columns: new[] { "person_id", "state" },
                unique: true,
                filter: "state <> 'ended'");

            migrationBuilder.CreateIndex(
                name: "ix_family_codes_access_id",
                schema: "accounts",
                table: "family_codes",
                column: "access_id");

            migrationBuilder.CreateIndex(
                name: "ix_family_codes_browser_digest",
                schema: "accounts",
                table: "family_codes",
                column: "browser_digest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_family_codes_contact_point_id_sent_at",
                schema: "accounts",
                table: "family_codes",
                columns: new[] { "contact_point_id", "sent_at" });

            migrationBuilder.CreateIndex(
                name: "ix_family_codes_join_id",
                schema: "accounts",
                table: "family_codes",
                column: "join_id");

            migrationBuilder.CreateIndex(
                name: "ix_join_requests_contact_point_id",
                schema: "accounts",
                table: "join_requests",
                column: "contact_point_id",
                unique: true,
                filter: "state = 'waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_join_requests_state_created_at",
                schema: "accounts",
                table: "join_requests",
                columns: new[] { "state", "created_at" });

            migrationBuilder.AddForeignKey(
                name: "fk_sessions_family_access_access_id",
                schema: "accounts",
                table: "sessions",
                column: "access_id",
                principalSchema: "accounts",
                principalTable: "family_access",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_sessions_family_access_access_id",
                schema: "accounts",
                table: "sessions");

            migrationBuilder.DropTable(
                name: "family_codes",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "family_access",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "join_requests",
                schema: "accounts");

            migrationBuilder.DropIndex(
                name: "ix_sessions_access_id",
                schema: "accounts",
                table: "sessions");

            migrationBuilder.DropCheckConstraint(
                name: "ck_sessions_whose",
                schema: "accounts",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "access_id",
                schema: "accounts",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "is_shared",
                schema: "accounts",
                table: "sessions");

            migrationBuilder.AlterColumn<Guid>(
                name: "account_id",
                schema: "accounts",
                table: "sessions",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
