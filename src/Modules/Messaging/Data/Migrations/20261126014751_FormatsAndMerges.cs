using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Messaging.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class FormatsAndMerges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_messages_state",
                schema: "messaging",
                table: "messages");

            migrationBuilder.AddColumn<Guid>(
                name: "asked_for_id",
                schema: "messaging",
                table: "requests",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "asked_about_id",
                schema: "messaging",
                table: "messages",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "asked_for_id",
                schema: "messaging",
                table: "messages",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "made_formats",
                schema: "messaging",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    format = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_made_formats", x => x.message_id);
                    table.CheckConstraint("ck_made_formats_format", "format in ('standard', 'large_print', 'easy_read', 'audio', 'braille', 'bsl')");
                    table.CheckConstraint("ck_made_formats_outcome", "outcome in ('ready', 'told', 'cannot_be_made')");
                    table.ForeignKey(
                        name: "fk_made_formats_messages_message_id",
                        column: x => x.message_id,
                        principalSchema: "messaging",
                        principalTable: "messages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_requests_person_id",
                schema: "messaging",
                table: "requests",
                column: "person_id");

            migrationBuilder.AddCheckConstraint(
                name: "ck_messages_state",
                schema: "messaging",
                table: "messages",
                sql: "state in ('waiting', 'held', 'sending', 'unsure', 'sent', 'to_print', 'in_batch', 'to_do', 'to_make', 'stuck', 'delivered', 'posted', 'made', 'not_made', 'failed', 'returned', 'expired', 'cancelled', 'bundled', 'sunk')");

            migrationBuilder.Sql(MessagingSchema.MadeFormatRights);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "made_formats",
                schema: "messaging");

            migrationBuilder.DropIndex(
                name: "ix_requests_person_id",
                schema: "messaging",
                table: "requests");

            migrationBuilder.DropCheckConstraint(
                name: "ck_messages_state",
                schema: "messaging",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "asked_for_id",
                schema: "messaging",
                table: "requests");

            migrationBuilder.DropColumn(
                name: "asked_about_id",
                schema: "messaging",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "asked_for_id",
                schema: "messaging",
                table: "messages");

            migrationBuilder.AddCheckConstraint(
                name: "ck_messages_state",
                schema: "messaging",
                table: "messages",
                sql: "state in ('waiting', 'held', 'sending', 'unsure', 'sent', 'to_print', 'in_batch', 'to_do', 'stuck', 'delivered', 'posted', 'made', 'not_made', 'failed', 'returned', 'expired', 'cancelled', 'bundled', 'sunk')");
        }
    }
}
