using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Listings.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class FullModel : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_services_area",
                schema: "listings",
                table: "services");

            migrationBuilder.DropCheckConstraint(
                name: "ck_services_join_route",
                schema: "listings",
                table: "services");

            migrationBuilder.DropPrimaryKey(
                name: "pk_foreign_ids",
                schema: "listings",
                table: "foreign_ids");

            migrationBuilder.DropCheckConstraint(
                name: "ck_cost_options_amount",
                schema: "listings",
                table: "cost_options");

            migrationBuilder.DropCheckConstraint(
                name: "ck_access_facts_key",
                schema: "listings",
                table: "access_facts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_access_facts_source",
                schema: "listings",
                table: "access_facts");

            migrationBuilder.AddColumn<string>(
                name: "archived_because",
                schema: "listings",
                table: "services",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "asked_on",
                schema: "listings",
                table: "services",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<short>(
                name: "check_months",
                schema: "listings",
                table: "services",
                type: "smallint",
                nullable: false,
                defaultValue: (short)6);

            migrationBuilder.AddColumn<bool>(
                name: "comes_to_you",
                schema: "listings",
                table: "services",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "diagnosis_needed",
                schema: "listings",
                table: "services",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "eligibility",
                schema: "listings",
                table: "services",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "first_visit",
                schema: "listings",
                table: "services",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "how_to_get",
                schema: "listings",
                table: "services",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "if_refused",
                schema: "listings",
                table: "services",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "interpreter",
                schema: "listings",
                table: "services",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "keep_shown",
                schema: "listings",
                table: "services",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "loaded_on",
                schema: "listings",
                table: "services",
                type: "date",
                nullable: false,
                defaultValueSql: "current_date");

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                schema: "listings",
                table: "services",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "owner_id",
                schema: "listings",
                table: "services",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "state",
                schema: "listings",
                table: "services",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "live");

            migrationBuilder.AddColumn<short>(
                name: "times_asked",
                schema: "listings",
                table: "services",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<string>(
                name: "usual_wait",
                schema: "listings",
                table: "services",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "who_decides",
                schema: "listings",
                table: "services",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                schema: "listings",
                table: "places",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "state",
                schema: "listings",
                table: "places",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "live");

            migrationBuilder.AddColumn<string>(
                name: "description",
                schema: "listings",
                table: "organisations",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                schema: "listings",
                table: "organisations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "state",
                schema: "listings",
                table: "organisations",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "live");

            migrationBuilder.AlterColumn<Guid>(
                name: "service_id",
                schema: "listings",
                table: "foreign_ids",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<string>(
                name: "kind",
                schema: "listings",
                table: "foreign_ids",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "service");

            migrationBuilder.AddColumn<Guid>(
                name: "organisation_id",
                schema: "listings",
                table: "foreign_ids",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "place_id",
                schema: "listings",
                table: "foreign_ids",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "amount_pence",
                schema: "listings",
                table: "cost_options",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "note",
                schema: "listings",
                table: "access_facts",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "pk_foreign_ids",
                schema: "listings",
                table: "foreign_ids",
                columns: new[] { "source", "kind", "external_id" });

            migrationBuilder.CreateTable(
                name: "areas",
                schema: "listings",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    parent_code = table.Column<string>(type: "character varying(40)", nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_areas", x => x.code);
                    table.CheckConstraint("ck_areas_code", "code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'");
                    table.CheckConstraint("ck_areas_kind", "kind in ('country', 'region', 'county', 'authority', 'town')");
                    table.CheckConstraint("ck_areas_latitude", "latitude between 49 and 61.5");
                    table.CheckConstraint("ck_areas_parent", "code <> parent_code");
                    table.CheckConstraint("ck_areas_position", "(latitude is null) = (longitude is null)");
                    table.ForeignKey(
                        name: "fk_areas_areas_parent_code",
                        column: x => x.parent_code,
                        principalSchema: "listings",
                        principalTable: "areas",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "former_slugs",
                schema: "listings",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_former_slugs", x => new { x.kind, x.slug });
                    table.CheckConstraint("ck_former_slugs_kind", "kind in ('service', 'organisation', 'place')");
                    table.CheckConstraint("ck_former_slugs_slug", "slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'");
                });

            migrationBuilder.CreateTable(
                name: "record_revisions",
                schema: "listings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    document = table.Column<string>(type: "jsonb", nullable: false),
                    @base = table.Column<string>(name: "base", type: "jsonb", nullable: true),
                    written_by = table.Column<Guid>(type: "uuid", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_revisions", x => x.id);
                    table.CheckConstraint("ck_record_revisions_kind", "kind in ('service', 'organisation', 'place')");
                    table.CheckConstraint("ck_record_revisions_state", "state in ('draft', 'submitted', 'live', 'dropped')");
                });

            migrationBuilder.CreateTable(
                name: "service_languages",
                schema: "listings",
                columns: table => new
                {
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_languages", x => new { x.service_id, x.code });
                    table.CheckConstraint("ck_service_languages_code", "code ~ '^[a-z]{2,3}$'");
                    table.ForeignKey(
                        name: "fk_service_languages_services_service_id",
                        column: x => x.service_id,
                        principalSchema: "listings",
                        principalTable: "services",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                schema: "listings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: true),
                    position = table.Column<short>(type: "smallint", nullable: false),
                    day = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    starts = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    ends = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    rhythm = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    week_of_month = table.Column<short>(type: "smallint", nullable: true),
                    runs = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true),
                    on_bank_holidays = table.Column<bool>(type: "boolean", nullable: false),
                    on_inset_days = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.id);
                    table.CheckConstraint("ck_sessions_day", "day in ('sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday')");
                    table.CheckConstraint("ck_sessions_rhythm", "rhythm in ('weekly', 'fortnightly', 'monthly')");
                    table.CheckConstraint("ck_sessions_runs", "runs in ('term', 'holidays', 'both', 'not_known')");
                    table.CheckConstraint("ck_sessions_times", "ends > starts");
                    table.CheckConstraint("ck_sessions_valid", "valid_until >= valid_from");
                    table.CheckConstraint("ck_sessions_week", "(rhythm = 'monthly') = (week_of_month is not null) and (week_of_month = -1 or week_of_month between 1 and 5)");
                    table.ForeignKey(
                        name: "fk_sessions_places_place_id",
                        column: x => x.place_id,
                        principalSchema: "listings",
                        principalTable: "places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_sessions_services_service_id",
                        column: x => x.service_id,
                        principalSchema: "listings",
                        principalTable: "services",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "suggestions",
                schema: "listings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<byte[]>(type: "bytea", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    done_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suggestions", x => x.id);
                    table.ForeignKey(
                        name: "fk_suggestions_services_service_id",
                        column: x => x.service_id,
                        principalSchema: "listings",
                        principalTable: "services",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_areas",
                schema: "listings",
                columns: table => new
                {
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    area_code = table.Column<string>(type: "character varying(40)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_areas", x => new { x.service_id, x.area_code });
                    table.ForeignKey(
                        name: "fk_service_areas_areas_area_code",
                        column: x => x.area_code,
                        principalSchema: "listings",
                        principalTable: "areas",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_areas_services_service_id",
                        column: x => x.service_id,
                        principalSchema: "listings",
                        principalTable: "services",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "session_changes",
                schema: "listings",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    runs = table.Column<bool>(type: "boolean", nullable: false),
                    starts = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    ends = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session_changes", x => new { x.session_id, x.date });
                    table.CheckConstraint("ck_session_changes_times", "ends > starts");
                    table.ForeignKey(
                        name: "fk_session_changes_sessions_session_id",
                        column: x => x.session_id,
                        principalSchema: "listings",
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_services_merged_into_id",
                schema: "listings",
                table: "services",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_services_owner_id",
                schema: "listings",
                table: "services",
                column: "owner_id");

            migrationBuilder.AddCheckConstraint(
                name: "ck_services_check_months",
                schema: "listings",
                table: "services",
                sql: "check_months between 1 and 24");

            migrationBuilder.AddCheckConstraint(
                name: "ck_services_join_route",
                schema: "listings",
                table: "services",
                sql: "join_route in ('turn_up', 'book', 'self', 'professional', 'assessment', 'unknown')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_services_merged",
                schema: "listings",
                table: "services",
                sql: "(state = 'merged') = (merged_into_id is not null)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_services_state",
                schema: "listings",
                table: "services",
                sql: "state in ('live', 'archived', 'merged')");

            migrationBuilder.CreateIndex(
                name: "ix_places_merged_into_id",
                schema: "listings",
                table: "places",
                column: "merged_into_id");

            migrationBuilder.AddCheckConstraint(
                name: "ck_places_merged",
                schema: "listings",
                table: "places",
                sql: "(state = 'merged') = (merged_into_id is not null)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_places_state",
                schema: "listings",
                table: "places",
                sql: "state in ('live', 'archived', 'merged')");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_merged_into_id",
                schema: "listings",
                table: "organisations",
                column: "merged_into_id");

            migrationBuilder.AddCheckConstraint(
                name: "ck_organisations_merged",
                schema: "listings",
                table: "organisations",
                sql: "(state = 'merged') = (merged_into_id is not null)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_organisations_state",
                schema: "listings",
                table: "organisations",
                sql: "state in ('live', 'archived', 'merged')");

            migrationBuilder.CreateIndex(
                name: "ix_foreign_ids_organisation_id",
                schema: "listings",
                table: "foreign_ids",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_foreign_ids_place_id",
                schema: "listings",
                table: "foreign_ids",
                column: "place_id");

            migrationBuilder.AddCheckConstraint(
                name: "ck_foreign_ids_kind",
                schema: "listings",
                table: "foreign_ids",
                sql: "kind in ('service', 'organisation', 'place')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_foreign_ids_subject",
                schema: "listings",
                table: "foreign_ids",
                sql: "num_nonnulls(service_id, organisation_id, place_id) = 1 and case kind when 'service' then service_id when 'organisation' then organisation_id else place_id end is not null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_cost_options_amount_pence",
                schema: "listings",
                table: "cost_options",
                sql: "amount_pence >= 0");

            migrationBuilder.AddCheckConstraint(
                name: "ck_access_facts_key",
                schema: "listings",
                table: "access_facts",
                sql: "key in ('step_free', 'wide_doors', 'accessible_toilet', 'changing_places', 'hearing_loop', 'parking', 'blue_badge_parking', 'bus_stop', 'step_free_station', 'quiet_space', 'quiet_times', 'quiet_waiting', 'less_noise', 'softer_light', 'loud_hand_dryers', 'music', 'alarms', 'strong_smells', 'crowds', 'echo', 'way_out', 'trained_staff', 'one_to_one', 'parent_must_stay', 'medicines', 'feeding', 'personal_care', 'behaviour_support', 'bsl', 'makaton', 'symbols', 'siblings_welcome', 'companion_free', 'dogs_welcome')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_access_facts_source",
                schema: "listings",
                table: "access_facts",
                sql: "source in ('import', 'staff', 'provider')");

            migrationBuilder.CreateIndex(
                name: "ix_areas_parent_code",
                schema: "listings",
                table: "areas",
                column: "parent_code");

            migrationBuilder.CreateIndex(
                name: "ix_former_slugs_record_id",
                schema: "listings",
                table: "former_slugs",
                column: "record_id");

            migrationBuilder.CreateIndex(
                name: "ix_record_revisions_open",
                schema: "listings",
                table: "record_revisions",
                column: "record_id",
                unique: true,
                filter: "state in ('draft', 'submitted')");

            migrationBuilder.CreateIndex(
                name: "ix_record_revisions_record_id_number",
                schema: "listings",
                table: "record_revisions",
                columns: new[] { "record_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_areas_area_code",
                schema: "listings",
                table: "service_areas",
                column: "area_code");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_place_id",
                schema: "listings",
                table: "sessions",
                column: "place_id");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_service_id",
                schema: "listings",
                table: "sessions",
                column: "service_id");

            migrationBuilder.CreateIndex(
                name: "ix_suggestions_service_id",
                schema: "listings",
                table: "suggestions",
                column: "service_id");

            migrationBuilder.AddForeignKey(
                name: "fk_foreign_ids_organisations_organisation_id",
                schema: "listings",
                table: "foreign_ids",
                column: "organisation_id",
                principalSchema: "listings",
                principalTable: "organisations",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_foreign_ids_places_place_id",
                schema: "listings",
                table: "foreign_ids",
                column: "place_id",
                principalSchema: "listings",
                principalTable: "places",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_organisations_organisations_merged_into_id",
                schema: "listings",
                table: "organisations",
                column: "merged_into_id",
                principalSchema: "listings",
                principalTable: "organisations",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_places_places_merged_into_id",
                schema: "listings",
                table: "places",
                column: "merged_into_id",
                principalSchema: "listings",
                principalTable: "places",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_services_services_merged_into_id",
                schema: "listings",
                table: "services",
                column: "merged_into_id",
                principalSchema: "listings",
                principalTable: "services",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            // What was there before says the same in the new shape.
            migrationBuilder.Sql("""
                insert into listings.areas (code, name, kind, parent_code) values
                  ('united-kingdom', 'United Kingdom', 'country', null), ('england', 'England', 'country', 'united-kingdom'),
                  ('south-east', 'South East England', 'region', 'england'), ('kent-and-medway', 'Kent and Medway', 'region', 'south-east'),
                  ('kent', 'Kent', 'county', 'kent-and-medway'), ('medway', 'Medway', 'authority', 'kent-and-medway');
                insert into listings.service_areas (service_id, area_code)
                  select id, case area when 'national' then 'united-kingdom' else replace(area, '_', '-') end from listings.services where area <> 'none';
                update listings.cost_options set amount_pence = (amount * 100)::int where amount is not null;
                alter table listings.foreign_ids alter column kind drop default;
                """);
            migrationBuilder.DropColumn(name: "area", schema: "listings", table: "services");
            migrationBuilder.DropColumn(name: "amount", schema: "listings", table: "cost_options");

            // Tables of a schema are readable by the public login by default; these two are for staff.
            migrationBuilder.Sql("""
                do $$
                begin
                    if exists (select from pg_roles where rolname = 'web_public') then
                        revoke all on listings.record_revisions, listings.suggestions from web_public;
                    end if;
                end
                $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_foreign_ids_organisations_organisation_id",
                schema: "listings",
                table: "foreign_ids");

            migrationBuilder.DropForeignKey(
                name: "fk_foreign_ids_places_place_id",
                schema: "listings",
                table: "foreign_ids");

            migrationBuilder.DropForeignKey(
                name: "fk_organisations_organisations_merged_into_id",
                schema: "listings",
                table: "organisations");

            migrationBuilder.DropForeignKey(
                name: "fk_places_places_merged_into_id",
                schema: "listings",
                table: "places");

            migrationBuilder.DropForeignKey(
                name: "fk_services_services_merged_into_id",
                schema: "listings",
                table: "services");

            migrationBuilder.DropTable(
                name: "former_slugs",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "record_revisions",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "service_areas",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "service_languages",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "session_changes",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "suggestions",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "areas",
                schema: "listings");

            migrationBuilder.DropTable(
                name: "sessions",
                schema: "listings");

            migrationBuilder.DropIndex(
                name: "ix_services_merged_into_id",
                schema: "listings",
                table: "services");

            migrationBuilder.DropIndex(
                name: "ix_services_owner_id",
                schema: "listings",
                table: "services");

            migrationBuilder.DropCheckConstraint(
                name: "ck_services_check_months",
                schema: "listings",
                table: "services");

            migrationBuilder.DropCheckConstraint(
                name: "ck_services_join_route",
                schema: "listings",
                table: "services");

            migrationBuilder.DropCheckConstraint(
                name: "ck_services_merged",
                schema: "listings",
                table: "services");

            migrationBuilder.DropCheckConstraint(
                name: "ck_services_state",
                schema: "listings",
                table: "services");

            migrationBuilder.DropIndex(
                name: "ix_places_merged_into_id",
                schema: "listings",
                table: "places");

            migrationBuilder.DropCheckConstraint(
                name: "ck_places_merged",
                schema: "listings",
                table: "places");

            migrationBuilder.DropCheckConstraint(
                name: "ck_places_state",
                schema: "listings",
                table: "places");

            migrationBuilder.DropIndex(
                name: "ix_organisations_merged_into_id",
                schema: "listings",
                table: "organisations");

            migrationBuilder.DropCheckConstraint(
                name: "ck_organisations_merged",
                schema: "listings",
                table: "organisations");

            migrationBuilder.DropCheckConstraint(
                name: "ck_organisations_state",
                schema: "listings",
                table: "organisations");

            migrationBuilder.DropPrimaryKey(
                name: "pk_foreign_ids",
                schema: "listings",
                table: "foreign_ids");

            migrationBuilder.DropIndex(
                name: "ix_foreign_ids_organisation_id",
                schema: "listings",
                table: "foreign_ids");

            migrationBuilder.DropIndex(
                name: "ix_foreign_ids_place_id",
                schema: "listings",
                table: "foreign_ids");

            migrationBuilder.DropCheckConstraint(
                name: "ck_foreign_ids_kind",
                schema: "listings",
                table: "foreign_ids");

            migrationBuilder.DropCheckConstraint(
                name: "ck_foreign_ids_subject",
                schema: "listings",
                table: "foreign_ids");

            migrationBuilder.DropCheckConstraint(
                name: "ck_cost_options_amount_pence",
                schema: "listings",
                table: "cost_options");

            migrationBuilder.DropCheckConstraint(
                name: "ck_access_facts_key",
                schema: "listings",
                table: "access_facts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_access_facts_source",
                schema: "listings",
                table: "access_facts");

            migrationBuilder.DropColumn(
                name: "archived_because",
                schema: "listings",
                table: "services");

            migrationBuilder.DropColumn(
                name: "asked_on",
                schema: "listings",
                table: "services");

            migrationBuilder.DropColumn(
                name: "check_months",
                schema: "listings",
                table: "services");

            migrationBuilder.DropColumn(
                name: "comes_to_you",
                schema: "listings",
                table: "services");

            migrationBuilder.DropColumn(
                name: "diagnosis_needed",
                schema: "listings",
                table: "services");

            migrationBuilder.DropColumn(
                name: "eligibility",
                schema: "listings",
                table: "services");

            migrationBuilder.DropColumn(
                name: "first_visit",
                schema: "listings",
                table: "services");

            migrationBuilder.DropColumn(
                name: "how_to_get",
                schema: "listings",
                table: "services");

            migrationBuilder.DropColumn(
                name: "if_refused",
                schema: "listings",
                table: "services");

            migrationBuilder.DropColumn(
                name: "interpreter",
                schema: "listings",
                table: "services");

            migrationBuilder.DropColumn(
                name: "keep_shown",
                schema: "listings",
                table: "services");

            migrationBuilder.DropColumn(
                name: "loaded_on",
                schema: "listings",
                table: "services");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                schema: "listings",
                table: "services");

            migrationBuilder.DropColumn(
                name: "owner_id",
                schema: "listings",
                table: "services");

            migrationBuilder.DropColumn(
                name: "state",
                schema: "listings",
                table: "services");

            migrationBuilder.DropColumn(
                name: "times_asked",
                schema: "listings",
                table: "services");

            migrationBuilder.DropColumn(
                name: "usual_wait",
                schema: "listings",
                table: "services");

            migrationBuilder.DropColumn(
                name: "who_decides",
                schema: "listings",
                table: "services");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                schema: "listings",
                table: "places");

            migrationBuilder.DropColumn(
                name: "state",
                schema: "listings",
                table: "places");

            migrationBuilder.DropColumn(
                name: "description",
                schema: "listings",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                schema: "listings",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "state",
                schema: "listings",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "kind",
                schema: "listings",
                table: "foreign_ids");

            migrationBuilder.DropColumn(
                name: "organisation_id",
                schema: "listings",
                table: "foreign_ids");

            migrationBuilder.DropColumn(
                name: "place_id",
                schema: "listings",
                table: "foreign_ids");

            migrationBuilder.DropColumn(
                name: "amount_pence",
                schema: "listings",
                table: "cost_options");

            migrationBuilder.DropColumn(
                name: "note",
                schema: "listings",
                table: "access_facts");

            migrationBuilder.AddColumn<string>(
                name: "area",
                schema: "listings",
                table: "services",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AlterColumn<Guid>(
                name: "service_id",
                schema: "listings",
                table: "foreign_ids",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "amount",
                schema: "listings",
                table: "cost_options",
                type: "numeric(9,2)",
                precision: 9,
                scale: 2,
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "pk_foreign_ids",
                schema: "listings",
                table: "foreign_ids",
                columns: new[] { "source", "external_id" });

            migrationBuilder.AddCheckConstraint(
                name: "ck_services_area",
                schema: "listings",
                table: "services",
                sql: "area in ('none', 'medway', 'kent_and_medway', 'kent', 'national')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_services_join_route",
                schema: "listings",
                table: "services",
                sql: "join_route in ('self', 'professional', 'assessment', 'unknown')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_cost_options_amount",
                schema: "listings",
                table: "cost_options",
                sql: "amount >= 0");

            migrationBuilder.AddCheckConstraint(
                name: "ck_access_facts_key",
                schema: "listings",
                table: "access_facts",
                sql: "key in ('step_free', 'accessible_toilet', 'changing_places', 'hearing_loop', 'quiet_space', 'bsl', 'parking')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_access_facts_source",
                schema: "listings",
                table: "access_facts",
                sql: "source in ('import', 'staff')");
        }
    }
}
