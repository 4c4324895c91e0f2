using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Register.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class OldRegisterSharesRetention : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_entries_source",
                schema: "register",
                table: "entries");

            migrationBuilder.DropCheckConstraint(
                name: "ck_entries_state",
                schema: "register",
                table: "entries");

            migrationBuilder.AddColumn<DateOnly>(
                name: "erased_on",
                schema: "register",
                table: "entries",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "mailings",
                schema: "register",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    template = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    words = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    made_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    asked = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mailings", x => x.id);
                    table.CheckConstraint("ck_mailings_channel", "channel in ('email', 'sms', 'letter', 'phone', 'face_to_face')");
                    table.CheckConstraint("ck_mailings_state", "state in ('draft', 'sent', 'dropped')");
                });

            migrationBuilder.CreateTable(
                name: "old_letters",
                schema: "register",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    made_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    released_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    answer_by = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_old_letters", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "retention_runs",
                schema: "register",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    erased = table.Column<int>(type: "integer", nullable: false),
                    forgotten = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retention_runs", x => x.id);
                    table.CheckConstraint("ck_retention_runs_state", "state in ('asked', 'done', 'refused')");
                });

            migrationBuilder.CreateTable(
                name: "shares",
                schema: "register",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ground = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    recipient = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    is_hidden = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    made_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shares", x => x.id);
                    table.CheckConstraint("ck_shares_ground", "ground in ('safeguarding', 'legal_duty')");
                    table.CheckConstraint("ck_shares_one_basis", "(purpose is null) <> (ground is null)");
                    table.CheckConstraint("ck_shares_state", "state in ('asked', 'given', 'refused')");
                });

            migrationBuilder.CreateTable(
                name: "old_entries",
                schema: "register",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number_index = table.Column<byte[]>(type: "bytea", nullable: false),
                    home_id = table.Column<Guid>(type: "uuid", nullable: true),
                    imported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    letters_id = table.Column<Guid>(type: "uuid", nullable: true),
                    code_digest = table.Column<byte[]>(type: "bytea", nullable: true),
                    is_held_back = table.Column<bool>(type: "boolean", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_yes = table.Column<bool>(type: "boolean", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_old_entries", x => x.entry_id);
                    table.ForeignKey(
                        name: "fk_old_entries_entries_entry_id",
                        column: x => x.entry_id,
                        principalSchema: "register",
                        principalTable: "entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_old_entries_old_letters_letters_id",
                        column: x => x.letters_id,
                        principalSchema: "register",
                        principalTable: "old_letters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shared_entries",
                schema: "register",
                columns: table => new
                {
                    share_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recalled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    told_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shared_entries", x => new { x.share_id, x.entry_id });
                    table.ForeignKey(
                        name: "fk_shared_entries_entries_entry_id",
                        column: x => x.entry_id,
                        principalSchema: "register",
                        principalTable: "entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_shared_entries_shares_share_id",
                        column: x => x.share_id,
                        principalSchema: "register",
                        principalTable: "shares",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_entries_source",
                schema: "register",
                table: "entries",
                sql: "source in ('web', 'paper', 'phone', 'hub', 'old_register')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_entries_state",
                schema: "register",
                table: "entries",
                sql: "state in ('received', 'live', 'lapsed', 'moved', 'died', 'left', 'duplicate', 'unconfirmed')");

            migrationBuilder.CreateIndex(
                name: "ix_mailings_made_at",
                schema: "register",
                table: "mailings",
                column: "made_at");

            migrationBuilder.CreateIndex(
                name: "ix_old_entries_code_digest",
                schema: "register",
                table: "old_entries",
                column: "code_digest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_old_entries_letters_id",
                schema: "register",
                table: "old_entries",
                column: "letters_id");

            migrationBuilder.CreateIndex(
                name: "ix_old_entries_number_index",
                schema: "register",
                table: "old_entries",
                column: "number_index",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_retention_runs_one_open",
                schema: "register",
                table: "retention_runs",
                column: "state",
                unique: true,
                filter: "state = 'asked'");

            migrationBuilder.CreateIndex(
                name: "ix_shared_entries_entry_id",
                schema: "register",
                table: "shared_entries",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_shared_entries_to_recall",
                schema: "register",
                table: "shared_entries",
                column: "recalled_at",
                filter: "recalled_at is not null and told_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_shares_made_at",
                schema: "register",
                table: "shares",
                column: "made_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mailings",
                schema: "register");

            migrationBuilder.DropTable(
                name: "old_entries",
                schema: "register");

            migrationBuilder.DropTable(
                name: "retention_runs",
                schema: "register");

            migrationBuilder.DropTable(
                name: "shared_entries",
                schema: "register");

            migrationBuilder.DropTable(
                name: "old_letters",
                schema: "register");

            migrationBuilder.DropTable(
                name: "shares",
                schema: "register");

            migrationBuilder.DropCheckConstraint(
                name: "ck_entries_source",
                schema: "register",
                table: "entries");

            migrationBuilder.DropCheckConstraint(
                name: "ck_entries_state",
                schema: "register",
                table: "entries");

            migrationBuilder.DropColumn(
                name: "erased_on",
                schema: "register",
                table: "entries");

            migrationBuilder.AddCheckConstraint(
                name: "ck_entries_source",
                schema: "register",
                table: "entries",
                sql: "source in ('web', 'paper', 'phone', 'hub')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_entries_state",
                schema: "register",
                table: "entries",
                sql: "state in ('received', 'live', 'lapsed', 'moved', 'died', 'left', 'duplicate')");
        }
    }
}
