using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Messaging.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "messaging");

            migrationBuilder.CreateTable(
                name: "attempts",
                schema: "messaging",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    provider = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    outcome = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attempts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "calendar_entries",
                schema: "messaging",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    sender = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    audience = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    words = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sent_to = table.Column<int>(type: "integer", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_entries", x => x.id);
                    table.CheckConstraint("ck_calendar_entries_audience", "audience in ('things_to_do', 'ehc_plans', 'short_breaks', 'have_your_say')");
                    table.CheckConstraint("ck_calendar_entries_kind", "kind in ('newsletter', 'consultation')");
                });

            migrationBuilder.CreateTable(
                name: "calls",
                schema: "messaging",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    right_person = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calls", x => x.id);
                    table.CheckConstraint("ck_calls_outcome", "outcome in ('spoke', 'no_answer', 'wrong_number', 'needs_interpreter')");
                });

            migrationBuilder.CreateTable(
                name: "print_batches",
                schema: "messaging",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: true),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    released_by = table.Column<Guid>(type: "uuid", nullable: true),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    posted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    posted_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_print_batches", x => x.id);
                    table.CheckConstraint("ck_print_batches_state", "state in ('open', 'released', 'posted')");
                });

            migrationBuilder.CreateTable(
                name: "receipts",
                schema: "messaging",
                columns: table => new
                {
                    digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_receipts", x => x.digest);
                });

            migrationBuilder.CreateTable(
                name: "requests",
                schema: "messaging",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    template = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    occurrence_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    recipient_key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    about_person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    contact_point_id = table.Column<Guid>(type: "uuid", nullable: true),
                    mailbox = table.Column<byte[]>(type: "bytea", nullable: true),
                    values = table.Column<byte[]>(type: "bytea", nullable: true),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    somebody_is_reachable = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    planned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_requests", x => x.id);
                    table.CheckConstraint("ck_requests_channel", "channel in ('email', 'sms', 'letter', 'phone', 'face_to_face')");
                });

            migrationBuilder.CreateTable(
                name: "sink",
                schema: "messaging",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sink", x => x.message_id);
                    table.CheckConstraint("ck_sink_channel", "channel in ('email', 'sms', 'letter', 'phone', 'face_to_face')");
                });

            migrationBuilder.CreateTable(
                name: "stops",
                schema: "messaging",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    template = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    lifted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lifted_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stops", x => x.id);
                    table.CheckConstraint("ck_stops_kind", "kind in ('everything', 'template', 'person')");
                });

            migrationBuilder.CreateTable(
                name: "subscriptions",
                schema: "messaging",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    mailbox = table.Column<byte[]>(type: "bytea", nullable: false),
                    mailbox_index = table.Column<byte[]>(type: "bytea", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    stop_token = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscriptions", x => x.id);
                    table.CheckConstraint("ck_subscriptions_topic", "topic in ('things_to_do', 'ehc_plans', 'short_breaks', 'have_your_say')");
                });

            migrationBuilder.CreateTable(
                name: "templates",
                schema: "messaging",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    message_class = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_secret = table.Column<bool>(type: "boolean", nullable: false),
                    is_decision = table.Column<bool>(type: "boolean", nullable: false),
                    bundles = table.Column<bool>(type: "boolean", nullable: false),
                    life_hours = table.Column<int>(type: "integer", nullable: false),
                    fields = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_templates", x => x.id);
                    table.CheckConstraint("ck_templates_purpose", "purpose in ('tell', 'sign_in', 'confirm')");
                });

            migrationBuilder.CreateTable(
                name: "template_versions",
                schema: "messaging",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    template_id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    format = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    subject = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    body = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    written_by = table.Column<Guid>(type: "uuid", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    approved_by = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    hard_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_template_versions", x => x.id);
                    table.CheckConstraint("ck_template_versions_channel", "channel in ('email', 'sms', 'letter', 'phone', 'face_to_face')");
                    table.CheckConstraint("ck_template_versions_format", "format in ('standard', 'large_print', 'easy_read', 'audio', 'braille', 'bsl')");
                    table.CheckConstraint("ck_template_versions_state", "state in ('draft', 'approved', 'retired')");
                    table.ForeignKey(
                        name: "fk_template_versions_templates_template_id",
                        column: x => x.template_id,
                        principalSchema: "messaging",
                        principalTable: "templates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "messages",
                schema: "messaging",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    template = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    message_class = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    occurrence_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    recipient_key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    about_person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    contact_point_id = table.Column<Guid>(type: "uuid", nullable: true),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    hop = table.Column<int>(type: "integer", nullable: false),
                    priority = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    exemption = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    version_id = table.Column<Guid>(type: "uuid", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    claim = table.Column<Guid>(type: "uuid", nullable: true),
                    lease_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    faults = table.Column<int>(type: "integer", nullable: false),
                    slot_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    provider = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    provider_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    segments = table.Column<int>(type: "integer", nullable: false),
                    bundled_into_id = table.Column<Guid>(type: "uuid", nullable: true),
                    waits_for_id = table.Column<Guid>(type: "uuid", nullable: true),
                    print_batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    match_code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    is_matched = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_messages", x => x.id);
                    table.CheckConstraint("ck_messages_channel", "channel in ('email', 'sms', 'letter', 'phone', 'face_to_face')");
                    table.CheckConstraint("ck_messages_exemption", "exemption in ('asked_now', 'safety', 'statutory', 'at_work')");
                    table.CheckConstraint("ck_messages_state", "state in ('waiting', 'held', 'sending', 'unsure', 'sent', 'to_print', 'in_batch', 'to_do', 'stuck', 'delivered', 'posted', 'made', 'not_made', 'failed', 'returned', 'expired', 'cancelled', 'bundled', 'sunk')");
                    table.ForeignKey(
                        name: "fk_messages_print_batches_print_batch_id",
                        column: x => x.print_batch_id,
                        principalSchema: "messaging",
                        principalTable: "print_batches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_messages_requests_request_id",
                        column: x => x.request_id,
                        principalSchema: "messaging",
                        principalTable: "requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_messages_template_versions_version_id",
                        column: x => x.version_id,
                        principalSchema: "messaging",
                        principalTable: "template_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_attempts_message_id_at",
                schema: "messaging",
                table: "attempts",
                columns: new[] { "message_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_calendar_entries_from",
                schema: "messaging",
                table: "calendar_entries",
                column: "from");

            migrationBuilder.CreateIndex(
                name: "ix_calls_message_id",
                schema: "messaging",
                table: "calls",
                column: "message_id");

            migrationBuilder.CreateIndex(
                name: "ix_messages_occurrence_key_recipient_key_channel_template",
                schema: "messaging",
                table: "messages",
                columns: new[] { "occurrence_key", "recipient_key", "channel", "template" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_messages_person_id",
                schema: "messaging",
                table: "messages",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_messages_print_batch_id",
                schema: "messaging",
                table: "messages",
                column: "print_batch_id");

            migrationBuilder.CreateIndex(
                name: "ix_messages_priority_due_at",
                schema: "messaging",
                table: "messages",
                columns: new[] { "priority", "due_at" },
                filter: "state in ('waiting', 'held', 'sending', 'unsure')");

            migrationBuilder.CreateIndex(
                name: "ix_messages_recipient_key_slot_at",
                schema: "messaging",
                table: "messages",
                columns: new[] { "recipient_key", "slot_at" },
                filter: "slot_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_messages_request_id",
                schema: "messaging",
                table: "messages",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_messages_sent_at",
                schema: "messaging",
                table: "messages",
                column: "sent_at",
                filter: "state = 'sent'");

            migrationBuilder.CreateIndex(
                name: "ix_messages_state_created_at",
                schema: "messaging",
                table: "messages",
                columns: new[] { "state", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_messages_version_id",
                schema: "messaging",
                table: "messages",
                column: "version_id");

            migrationBuilder.CreateIndex(
                name: "ix_messages_waits_for_id",
                schema: "messaging",
                table: "messages",
                column: "waits_for_id",
                filter: "waits_for_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_print_batches_made_at",
                schema: "messaging",
                table: "print_batches",
                column: "made_at");

            migrationBuilder.CreateIndex(
                name: "ix_receipts_message_id_at",
                schema: "messaging",
                table: "receipts",
                columns: new[] { "message_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_requests_created_at",
                schema: "messaging",
                table: "requests",
                column: "created_at",
                filter: "planned_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_requests_occurrence_key_recipient_key",
                schema: "messaging",
                table: "requests",
                columns: new[] { "occurrence_key", "recipient_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sink_at",
                schema: "messaging",
                table: "sink",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_stops_kind_template_person_id",
                schema: "messaging",
                table: "stops",
                columns: new[] { "kind", "template", "person_id" },
                unique: true,
                filter: "lifted_at is null")
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_mailbox_index_topic",
                schema: "messaging",
                table: "subscriptions",
                columns: new[] { "mailbox_index", "topic" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_topic",
                schema: "messaging",
                table: "subscriptions",
                column: "topic");

            migrationBuilder.CreateIndex(
                name: "ix_template_versions_one_approved",
                schema: "messaging",
                table: "template_versions",
                columns: new[] { "template_id", "channel", "format", "language" },
                unique: true,
                filter: "state = 'approved'");

            migrationBuilder.CreateIndex(
                name: "ix_template_versions_template_id_channel_format_language_number",
                schema: "messaging",
                table: "template_versions",
                columns: new[] { "template_id", "channel", "format", "language", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_templates_name",
                schema: "messaging",
                table: "templates",
                column: "name",
                unique: true);

            migrationBuilder.Sql(MessagingSchema.Rights);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "attempts",
                schema: "messaging");

            migrationBuilder.DropTable(
                name: "calendar_entries",
                schema: "messaging");

            migrationBuilder.DropTable(
                name: "calls",
                schema: "messaging");

            migrationBuilder.DropTable(
                name: "messages",
                schema: "messaging");

            migrationBuilder.DropTable(
                name: "receipts",
                schema: "messaging");

            migrationBuilder.DropTable(
                name: "sink",
                schema: "messaging");

            migrationBuilder.DropTable(
                name: "stops",
                schema: "messaging");

            migrationBuilder.DropTable(
                name: "subscriptions",
                schema: "messaging");

            migrationBuilder.DropTable(
                name: "print_batches",
                schema: "messaging");

            migrationBuilder.DropTable(
                name: "requests",
                schema: "messaging");

            migrationBuilder.DropTable(
                name: "template_versions",
                schema: "messaging");

            migrationBuilder.DropTable(
                name: "templates",
                schema: "messaging");
        }
    }
}
