using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Listings.Data.Migrations
{
    /// <inheritdoc />
    internal partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "listings");

            migrationBuilder.CreateTable(
                name: "organisations",
                schema: "listings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    website = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisations", x => x.id);
                    table.CheckConstraint("ck_organisations_slug", "slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'");
                });

            migrationBuilder.CreateTable(
                name: "places",
                schema: "listings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    address = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    town = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    postcode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    position_is_exact = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_places", x => x.id);
                    table.CheckConstraint("ck_places_latitude", "latitude between 49 and 61.5");
                    table.CheckConstraint("ck_places_longitude", "longitude between -9 and 2.5");
                    table.CheckConstraint("ck_places_position", "(latitude is null) = (longitude is null) and (latitude is not null or not position_is_exact)");
                });

            migrationBuilder.CreateTable(
                name: "services",
                schema: "listings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    summary = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    short_break_level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    age_from = table.Column<short>(type: "smallint", nullable: true),
                    age_to = table.Column<short>(type: "smallint", nullable: true),
                    is_online = table.Column<bool>(type: "boolean", nullable: false),
                    area = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    join_route = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    times = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    website = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    source_url = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    source_note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    verified = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sureness = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    last_checked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_services", x => x.id);
                    table.CheckConstraint("ck_services_age_from", "age_from between 0 and 25");
                    table.CheckConstraint("ck_services_age_to", "age_to between 0 and 25");
                    table.CheckConstraint("ck_services_ages", "age_from <= age_to");
                    table.CheckConstraint("ck_services_area", "area in ('none', 'medway', 'kent_and_medway', 'kent', 'national')");
                    table.CheckConstraint("ck_services_checked", "sureness not in ('checked', 'check_due') or last_checked_on is not null");
                    table.CheckConstraint("ck_services_join_route", "join_route in ('self', 'professional', 'assessment', 'unknown')");
                    table.CheckConstraint("ck_services_kind", "kind in ('activity', 'short_break', 'support_group', 'advice', 'therapy_health', 'education_setting', 'childcare', 'transport', 'equipment', 'social_care', 'employment_training', 'mental_health', 'transition')");
                    table.CheckConstraint("ck_services_short_break_level", "short_break_level in ('universal', 'targeted', 'specialist')");
                    table.CheckConstraint("ck_services_slug", "slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'");
                    table.CheckConstraint("ck_services_sureness", "sureness in ('checked', 'check_due', 'from_public_page', 'not_checked')");
                    table.CheckConstraint("ck_services_verified", "verified in ('page', 'general_knowledge')");
                    table.ForeignKey(
                        name: "fk_services_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalSchema: "listings",
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "access_facts",
                schema: "listings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_id = table.Column<Guid>(type: "uuid", nullable: true),
                    place_id = table.Column<Guid>(type: "uuid", nullable: true),
                    key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    checked_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_facts", x => x.id);
                    table.CheckConstraint("ck_access_facts_answer", "answer in ('yes', 'no', 'not_known')");
                    table.CheckConstraint("ck_access_facts_key", "key in ('step_free', 'accessible_toilet', 'changing_places', 'hearing_loop', 'quiet_space', 'bsl', 'parking')");
                    table.CheckConstraint("ck_access_facts_source", "source in ('import', 'staff')");
                    table.CheckConstraint("ck_access_facts_subject", "num_nonnulls(service_id, place_id) = 1");
                    table.ForeignKey(
                        name: "fk_access_facts_places_place_id",
                        column: x => x.place_id,
                        principalSchema: "listings",
                        principalTable: "places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_access_facts_services_service_id",
                        column: x => x.service_id,
                        principalSchema: "listings",
                        principalTable: "services",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cost_options",
                schema: "listings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<short>(type: "smallint", nullable: false),
                    label = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    amount = table.Column<decimal>(type: "numeric(9,2)", precision: 9, scale: 2, nullable: true),
                    unit = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cost_options", x => x.id);
                    table.CheckConstraint("ck_cost_options_amount", "amount >= 0");
                    table.CheckConstraint("ck_cost_options_kind", "kind in ('free', 'paid', 'direct_payment', 'grant', 'unknown')");
                    table.ForeignKey(
                        name: "fk_cost_options_services_service_id",
                        column: x => x.service_id,
                        principalSchema: "listings",
                        principalTable: "services",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "foreign_ids",
                schema: "listings",
                columns: table => new
                {
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    external_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    row_digest = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_foreign_ids", x => new { x.source, x.external_id });
                    table.ForeignKey(
                        name: "fk_foreign_ids_services_service_id",
                        column: x => x.service_id,
                        principalSchema: "listings",
                        principalTable: "services",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_needs",
                schema: "listings",
                columns: table => new
                {
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    need = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_needs", x => new { x.service_id, x.need });
                    table.CheckConstraint("ck_service_needs_need", "need in ('autism', 'adhd', 'learning_disability', 'physical_disability', 'hearing', 'vision', 'speech_language', 'semh', 'epilepsy_complex_health', 'sensory_processing', 'any')");
                    table.ForeignKey(
                        name: "fk_service_needs_services_service_id",
                        column: x => x.service_id,
                        principalSchema: "listings",
                        principalTable: "services",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_places",
                schema: "listings",
                columns: table => new
                {
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_places", x => new { x.service_id, x.place_id });
                    table.ForeignKey(
                        name: "fk_service_places_places_place_id",
                        column: x => x.place_id,
                        principalSchema: "listings",
                        principalTable: "places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_places_services_service_id",
                        column: x => x.service_id,
                        principalSchema: "listings",
                        principalTable: "services",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_access_facts_place_id_key",
                schema: "listings",
                table: "access_facts",
                columns: new[] { "place_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_access_facts_service_id_key",
                schema: "listings",
                table: "access_facts",
                columns: new[] { "service_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cost_options_service_id",
                schema: "listings",
                table: "cost_options",
                column: "service_id");

            migrationBuilder.CreateIndex(
                name: "ix_foreign_ids_service_id",
                schema: "listings",
                table: "foreign_ids",
                column: "service_id");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_slug",
                schema: "listings",
                table: "organisations",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_places_place_id",
                schema: "listings",
                table: "service_places",
                column: "place_id");

            migrationBuilder.CreateIndex(
                name: "ix_services_organisation_id",
                schema: "listings",
                table: "services",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_services_slug",
                schema: "listings",
                table: "services",
                column: "slug",
                unique: true);

            // Roles belong to the cluster and may be missing in a copy: then there is nobody to grant to. Default privileges cover tables
            // that a later migration of the same owner makes.
            migrationBuilder.Sql("""
                do $$
                begin
                    if exists (select from pg_roles where rolname = 'web_public') then
                        grant usage on schema listings to web_public;
                        grant select on all tables in schema listings to web_public;
                        alter default privileges in schema listings grant select on tables to web_public;
                    end if;
                    if exists (select from pg_roles where rolname = 'web_private') then
                        grant usage on schema listings to web_private;
                        grant select, insert, update, delete on all tables in schema listings to web_private;
                        revoke insert, update, delete on listings.__migrations from web_private;
                        alter default privileges in schema listings grant select, insert, update, delete on tables to web_private;
                    end if;
                end
                $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_facts",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "cost_options",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "foreign_ids",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "service_needs",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "service_places",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "places",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "services",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "organisations",
                schema: "listings");
        }
    }
}
