using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Register.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "register");

            migrationBuilder.CreateTable(
                name: "drafts",
                schema: "register",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code_digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    is_sent = table.Column<bool>(type: "boolean", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drafts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "entries",
                schema: "register",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    child_id = table.Column<Guid>(type: "uuid", nullable: false),
                    applicant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    capacity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    area = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    difficulties = table.Column<byte[]>(type: "bytea", nullable: false),
                    school = table.Column<byte[]>(type: "bytea", nullable: false),
                    help = table.Column<byte[]>(type: "bytea", nullable: false),
                    wanted = table.Column<byte[]>(type: "bytea", nullable: false),
                    contact_point_id = table.Column<Guid>(type: "uuid", nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    acknowledge_by = table.Column<DateOnly>(type: "date", nullable: false),
                    live_by = table.Column<DateOnly>(type: "date", nullable: false),
                    acknowledged_on = table.Column<DateOnly>(type: "date", nullable: true),
                    live_on = table.Column<DateOnly>(type: "date", nullable: true),
                    confirmed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    evidence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    evidence_seen_on = table.Column<DateOnly>(type: "date", nullable: true),
                    evidence_seen_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    stands_in_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entries", x => x.id);
                    table.CheckConstraint("ck_entries_capacity", "capacity in ('parent', 'young_person', 'deputy')");
                    table.CheckConstraint("ck_entries_evidence", "evidence in ('birth_certificate', 'responsibility_agreement', 'court_order', 'adoption_order', 'special_guardianship_order', 'own_identity')");
                    table.CheckConstraint("ck_entries_source", "source in ('web', 'paper', 'phone', 'hub')");
                    table.CheckConstraint("ck_entries_state", "state in ('received', 'live', 'lapsed', 'moved', 'died', 'left', 'duplicate')");
                });

            migrationBuilder.CreateTable(
                name: "wordings",
                schema: "register",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wordings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "consents",
                schema: "register",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recipient = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    own = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    parents_yes = table.Column<int>(type: "integer", nullable: false),
                    parents_no = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consents", x => new { x.entry_id, x.purpose, x.recipient });
                    table.CheckConstraint("ck_consents_own", "own in ('yes', 'no', 'withdrawn')");
                    table.ForeignKey(
                        name: "fk_consents_entries_entry_id",
                        column: x => x.entry_id,
                        principalSchema: "register",
                        principalTable: "entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consent_events",
                schema: "register",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recipient = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    decision = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    giver_id = table.Column<Guid>(type: "uuid", nullable: false),
                    capacity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    wording_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consent_events", x => x.id);
                    table.CheckConstraint("ck_consent_events_capacity", "capacity in ('parent', 'young_person', 'deputy')");
                    table.CheckConstraint("ck_consent_events_channel", "channel in ('web', 'paper', 'phone', 'face_to_face')");
                    table.CheckConstraint("ck_consent_events_decision", "decision in ('yes', 'no', 'withdrawn')");
                    table.ForeignKey(
                        name: "fk_consent_events_entries_entry_id",
                        column: x => x.entry_id,
                        principalSchema: "register",
                        principalTable: "entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consent_events_wordings_wording_id",
                        column: x => x.wording_id,
                        principalSchema: "register",
                        principalTable: "wordings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_consent_events_entry_id_purpose_recipient_at",
                schema: "register",
                table: "consent_events",
                columns: new[] { "entry_id", "purpose", "recipient", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_consent_events_wording_id",
                schema: "register",
                table: "consent_events",
                column: "wording_id");

            migrationBuilder.CreateIndex(
                name: "ix_consents_purpose_recipient",
                schema: "register",
                table: "consents",
                columns: new[] { "purpose", "recipient" });

            migrationBuilder.CreateIndex(
                name: "ix_drafts_code_digest",
                schema: "register",
                table: "drafts",
                column: "code_digest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_drafts_expires_at",
                schema: "register",
                table: "drafts",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_entries_applicant_id",
                schema: "register",
                table: "entries",
                column: "applicant_id");

            migrationBuilder.CreateIndex(
                name: "ix_entries_child_id",
                schema: "register",
                table: "entries",
                column: "child_id");

            migrationBuilder.CreateIndex(
                name: "ix_entries_reference",
                schema: "register",
                table: "entries",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_entries_state_live_by",
                schema: "register",
                table: "entries",
                columns: new[] { "state", "live_by" });

            migrationBuilder.CreateIndex(
                name: "ux_entries_live_child",
                schema: "register",
                table: "entries",
                column: "child_id",
                unique: true,
                filter: "state in ('live', 'lapsed')");

            migrationBuilder.CreateIndex(
                name: "ix_wordings_purpose_number_language",
                schema: "register",
                table: "wordings",
                columns: new[] { "purpose", "number", "language" },
                unique: true);

            migrationBuilder.Sql(RegisterSchema.KeepsConsents);
            migrationBuilder.Sql(RegisterSchema.Rights);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "consent_events",
                schema: "register");

            migrationBuilder.DropTable(
                name: "consents",
                schema: "register");

            migrationBuilder.DropTable(
                name: "drafts",
                schema: "register");

            migrationBuilder.DropTable(
                name: "wordings",
                schema: "register");

            migrationBuilder.DropTable(
                name: "entries",
                schema: "register");
        }
    }
}
