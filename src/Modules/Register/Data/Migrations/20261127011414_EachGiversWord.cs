using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Register.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class EachGiversWord : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // One row for each use becomes one for each person who said something: it is filled again from the events, which say everything.
            migrationBuilder.Sql("drop trigger keeps_consents on register.consent_events; drop function register.keep_consent();");
            migrationBuilder.DropTable(name: "consents", schema: "register");

            migrationBuilder.AddColumn<bool>(
                name: "is_reminder",
                schema: "register",
                table: "old_letters",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "reminded_at",
                schema: "register",
                table: "old_entries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "reminder_digest",
                schema: "register",
                table: "old_entries",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "reminders_id",
                schema: "register",
                table: "old_entries",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "recipient_name",
                schema: "register",
                table: "consent_events",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_old_entries_reminder_digest",
                schema: "register",
                table: "old_entries",
                column: "reminder_digest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_old_entries_reminders_id",
                schema: "register",
                table: "old_entries",
                column: "reminders_id");

            migrationBuilder.AddForeignKey(
                name: "fk_old_entries_old_letters_reminders_id",
                schema: "register",
                table: "old_entries",
                column: "reminders_id",
                principalSchema: "register",
                principalTable: "old_letters",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.CreateTable(
                name: "consents",
                schema: "register",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recipient = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    giver_id = table.Column<Guid>(type: "uuid", nullable: false),
                    capacity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    decision = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recipient_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    said_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consents", x => new { x.entry_id, x.purpose, x.recipient, x.giver_id });
                    table.CheckConstraint("ck_consents_capacity", "capacity in ('parent', 'young_person', 'deputy')");
                    table.CheckConstraint("ck_consents_decision", "decision in ('yes', 'no', 'withdrawn')");
                    table.ForeignKey(
                        name: "fk_consents_entries_entry_id",
                        column: x => x.entry_id,
                        principalSchema: "register",
                        principalTable: "entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_consents_purpose_recipient",
                schema: "register",
                table: "consents",
                columns: new[] { "purpose", "recipient" });

            migrationBuilder.Sql(RegisterSchema.NamesRecipients);
            migrationBuilder.Sql(RegisterSchema.FillsConsents);
            migrationBuilder.Sql(RegisterSchema.KeepsEachWord);

            // A name in plain words cannot be encrypted here, where no key is; the audit trail of that day keeps it.
            migrationBuilder.DropColumn(name: "recipient", schema: "register", table: "shares");
            migrationBuilder.AddColumn<byte[]>(name: "recipient", schema: "register", table: "shares", type: "bytea", nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_old_entries_old_letters_reminders_id",
                schema: "register",
                table: "old_entries");

            migrationBuilder.DropIndex(
                name: "ix_old_entries_reminder_digest",
                schema: "register",
                table: "old_entries");

            migrationBuilder.DropIndex(
                name: "ix_old_entries_reminders_id",
                schema: "register",
                table: "old_entries");

            migrationBuilder.DropPrimaryKey(
                name: "pk_consents",
                schema: "register",
                table: "consents");

            migrationBuilder.DropCheckConstraint(
                name: "ck_consents_capacity",
                schema: "register",
                table: "consents");

            migrationBuilder.DropCheckConstraint(
                name: "ck_consents_decision",
                schema: "register",
                table: "consents");

            migrationBuilder.DropColumn(
                name: "is_reminder",
                schema: "register",
                table: "old_letters");

            migrationBuilder.DropColumn(
                name: "reminded_at",
                schema: "register",
                table: "old_entries");

            migrationBuilder.DropColumn(
                name: "reminder_digest",
                schema: "register",
                table: "old_entries");

            migrationBuilder.DropColumn(
                name: "reminders_id",
                schema: "register",
                table: "old_entries");

            migrationBuilder.DropColumn(
                name: "giver_id",
                schema: "register",
                table: "consents");

            migrationBuilder.DropColumn(
                name: "capacity",
                schema: "register",
                table: "consents");

            migrationBuilder.DropColumn(
                name: "decision",
                schema: "register",
                table: "consents");

            migrationBuilder.DropColumn(
                name: "event_id",
                schema: "register",
                table: "consents");

            migrationBuilder.DropColumn(
                name: "recipient_name",
                schema: "register",
                table: "consents");

            migrationBuilder.DropColumn(
                name: "recipient_name",
                schema: "register",
                table: "consent_events");

            migrationBuilder.RenameColumn(
                name: "said_at",
                schema: "register",
                table: "consents",
                newName: "changed_at");

            migrationBuilder.AlterColumn<string>(
                name: "recipient",
                schema: "register",
                table: "shares",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true);

            migrationBuilder.AddColumn<string>(
                name: "own",
                schema: "register",
                table: "consents",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "parents_no",
                schema: "register",
                table: "consents",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "parents_yes",
                schema: "register",
                table: "consents",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddPrimaryKey(
                name: "pk_consents",
                schema: "register",
                table: "consents",
                columns: new[] { "entry_id", "purpose", "recipient" });

            migrationBuilder.AddCheckConstraint(
                name: "ck_consents_own",
                schema: "register",
                table: "consents",
                sql: "own in ('yes', 'no', 'withdrawn')");
        }
    }
}
