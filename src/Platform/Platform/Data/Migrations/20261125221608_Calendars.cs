using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Platform.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Calendars : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "bank_holidays",
                schema: "platform",
                columns: table => new
                {
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bank_holidays", x => x.date);
                });

            migrationBuilder.CreateTable(
                name: "school_terms",
                schema: "platform",
                columns: table => new
                {
                    school_year = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_school_terms", x => new { x.school_year, x.number });
                    table.CheckConstraint("ck_school_terms_days", "first_day <= last_day");
                    table.CheckConstraint("ck_school_terms_number", "number between 1 and 6");
                });

            // The public site counts by them, and says when a club runs.
            migrationBuilder.Sql(
                """
                do $$
                begin
                    if exists (select from pg_roles where rolname = 'web_public') then
                        grant select on platform.bank_holidays, platform.school_terms to web_public;
                    end if;
                    if exists (select from pg_roles where rolname = 'web_private') then
                        grant select, insert, update, delete on platform.bank_holidays, platform.school_terms to web_private;
                    end if;
                end $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bank_holidays",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "school_terms",
                schema: "platform");
        }
    }
}
