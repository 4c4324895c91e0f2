using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Accounts.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class BreakGlass : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "break_glasses",
                schema: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    why = table.Column<byte[]>(type: "bytea", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reviewed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reviewed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    was_right = table.Column<bool>(type: "boolean", nullable: true),
                    review = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_break_glasses", x => x.id);
                    table.CheckConstraint("ck_break_glasses_reason", "reason in ('child_at_risk', 'legal_deadline', 'colleague_away', 'family_asks_now', 'other')");
                    table.ForeignKey(
                        name: "fk_break_glasses_accounts_account_id",
                        column: x => x.account_id,
                        principalSchema: "accounts",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_break_glasses_account_id",
                schema: "accounts",
                table: "break_glasses",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_break_glasses_opened_at",
                schema: "accounts",
                table: "break_glasses",
                column: "opened_at",
                filter: "reviewed_at is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "break_glasses",
                schema: "accounts");
        }
    }
}
