using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.People.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "people");

            migrationBuilder.CreateTable(
                name: "different_people",
                schema: "people",
                columns: table => new
                {
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_different_people", x => new { x.first_id, x.second_id });
                });

            migrationBuilder.CreateTable(
                name: "merges",
                schema: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_id = table.Column<Guid>(type: "uuid", nullable: false),
                    into_id = table.Column<Guid>(type: "uuid", nullable: false),
                    along_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    merged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    merged_by = table.Column<Guid>(type: "uuid", nullable: true),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_merges", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "persons",
                schema: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kept_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    given_name = table.Column<byte[]>(type: "bytea", nullable: false),
                    family_name = table.Column<byte[]>(type: "bytea", nullable: false),
                    known_as = table.Column<byte[]>(type: "bytea", nullable: true),
                    born_on = table.Column<byte[]>(type: "bytea", nullable: true),
                    died_on = table.Column<byte[]>(type: "bytea", nullable: true),
                    is_dead = table.Column<bool>(type: "boolean", nullable: false),
                    name_index = table.Column<byte[]>(type: "bytea", nullable: false),
                    birth_index = table.Column<byte[]>(type: "bytea", nullable: true),
                    name_birth_index = table.Column<byte[]>(type: "bytea", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_persons", x => x.id);
                    table.CheckConstraint("ck_persons_kind", "kind in ('child', 'adult', 'professional')");
                });

            migrationBuilder.CreateTable(
                name: "contact_points",
                schema: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    value = table.Column<byte[]>(type: "bytea", nullable: false),
                    value_index = table.Column<byte[]>(type: "bytea", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_safe = table.Column<bool>(type: "boolean", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_points", x => x.id);
                    table.CheckConstraint("ck_contact_points_kind", "kind in ('email', 'phone', 'address')");
                    table.CheckConstraint("ck_contact_points_owner", "(person_id is null) = (state = 'proposed')");
                    table.CheckConstraint("ck_contact_points_state", "state in ('proposed', 'unverified', 'verified', 'bounced', 'returned', 'ended')");
                    table.ForeignKey(
                        name: "fk_contact_points_persons_person_id",
                        column: x => x.person_id,
                        principalSchema: "people",
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "hidden_contact_points",
                schema: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    value = table.Column<byte[]>(type: "bytea", nullable: false),
                    value_index = table.Column<byte[]>(type: "bytea", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_safe = table.Column<bool>(type: "boolean", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hidden_contact_points", x => x.id);
                    table.CheckConstraint("ck_hidden_contact_points_kind", "kind in ('email', 'phone', 'address')");
                    table.CheckConstraint("ck_hidden_contact_points_state", "state in ('proposed', 'unverified', 'verified', 'bounced', 'returned', 'ended')");
                    table.ForeignKey(
                        name: "fk_hidden_contact_points_persons_person_id",
                        column: x => x.person_id,
                        principalSchema: "people",
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "preferences",
                schema: "people",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<byte[]>(type: "bytea", nullable: true),
                    language = table.Column<byte[]>(type: "bytea", nullable: false),
                    format = table.Column<byte[]>(type: "bytea", nullable: false),
                    earliest = table.Column<byte[]>(type: "bytea", nullable: true),
                    latest = table.Column<byte[]>(type: "bytea", nullable: true),
                    any_day = table.Column<byte[]>(type: "bytea", nullable: false),
                    call_first = table.Column<byte[]>(type: "bytea", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_preferences", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_preferences_persons_person_id",
                        column: x => x.person_id,
                        principalSchema: "people",
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "relationships",
                schema: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    child_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<byte[]>(type: "bytea", nullable: false),
                    from = table.Column<byte[]>(type: "bytea", nullable: true),
                    to = table.Column<byte[]>(type: "bytea", nullable: true),
                    has_responsibility = table.Column<byte[]>(type: "bytea", nullable: false),
                    responsibility_from = table.Column<byte[]>(type: "bytea", nullable: true),
                    responsibility_to = table.Column<byte[]>(type: "bytea", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_relationships", x => x.id);
                    table.ForeignKey(
                        name: "fk_relationships_persons_child_id",
                        column: x => x.child_id,
                        principalSchema: "people",
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_relationships_persons_person_id",
                        column: x => x.person_id,
                        principalSchema: "people",
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "restrictions",
                schema: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    against_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<byte[]>(type: "bytea", nullable: false),
                    from = table.Column<byte[]>(type: "bytea", nullable: true),
                    to = table.Column<byte[]>(type: "bytea", nullable: true),
                    allowed = table.Column<byte[]>(type: "bytea", nullable: false),
                    note = table.Column<byte[]>(type: "bytea", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_restrictions", x => x.id);
                    table.ForeignKey(
                        name: "fk_restrictions_persons_against_id",
                        column: x => x.against_id,
                        principalSchema: "people",
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_restrictions_persons_person_id",
                        column: x => x.person_id,
                        principalSchema: "people",
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_contact_points_person_id_kind_value_index",
                schema: "people",
                table: "contact_points",
                columns: new[] { "person_id", "kind", "value_index" },
                unique: true,
                filter: "state <> 'ended'");

            migrationBuilder.CreateIndex(
                name: "ix_contact_points_value_index_kind",
                schema: "people",
                table: "contact_points",
                columns: new[] { "value_index", "kind" });

            migrationBuilder.CreateIndex(
                name: "ux_contact_points_proposed",
                schema: "people",
                table: "contact_points",
                columns: new[] { "kind", "value_index" },
                unique: true,
                filter: "person_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_hidden_contact_points_person_id",
                schema: "people",
                table: "hidden_contact_points",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_hidden_contact_points_value_index",
                schema: "people",
                table: "hidden_contact_points",
                column: "value_index");

            migrationBuilder.CreateIndex(
                name: "ix_merges_from_id",
                schema: "people",
                table: "merges",
                column: "from_id",
                unique: true,
                filter: "undone_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_merges_into_id",
                schema: "people",
                table: "merges",
                column: "into_id");

            migrationBuilder.CreateIndex(
                name: "ix_persons_birth_index",
                schema: "people",
                table: "persons",
                column: "birth_index");

            migrationBuilder.CreateIndex(
                name: "ix_persons_kept_id",
                schema: "people",
                table: "persons",
                column: "kept_id");

            migrationBuilder.CreateIndex(
                name: "ix_persons_name_birth_index",
                schema: "people",
                table: "persons",
                column: "name_birth_index");

            migrationBuilder.CreateIndex(
                name: "ix_persons_name_index",
                schema: "people",
                table: "persons",
                column: "name_index");

            migrationBuilder.CreateIndex(
                name: "ix_relationships_child_id",
                schema: "people",
                table: "relationships",
                column: "child_id");

            migrationBuilder.CreateIndex(
                name: "ix_relationships_person_id",
                schema: "people",
                table: "relationships",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_restrictions_against_id",
                schema: "people",
                table: "restrictions",
                column: "against_id");

            migrationBuilder.CreateIndex(
                name: "ix_restrictions_person_id",
                schema: "people",
                table: "restrictions",
                column: "person_id");

            migrationBuilder.Sql(PeopleSchema.Marks);
            migrationBuilder.Sql(PeopleSchema.Rights);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop view people.marks");
            migrationBuilder.DropTable(
                name: "contact_points",
                schema: "people");

            migrationBuilder.DropTable(
                name: "different_people",
                schema: "people");

            migrationBuilder.DropTable(
                name: "hidden_contact_points",
                schema: "people");

            migrationBuilder.DropTable(
                name: "merges",
                schema: "people");

            migrationBuilder.DropTable(
                name: "preferences",
                schema: "people");

            migrationBuilder.DropTable(
                name: "relationships",
                schema: "people");

            migrationBuilder.DropTable(
                name: "restrictions",
                schema: "people");

            migrationBuilder.DropTable(
                name: "persons",
                schema: "people");
        }
    }
}
