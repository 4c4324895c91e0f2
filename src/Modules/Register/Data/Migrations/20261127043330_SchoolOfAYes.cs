using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Register.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class SchoolOfAYes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "school_key",
                schema: "register",
                table: "entries",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "school_key",
                schema: "register",
                table: "consents",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "school_key",
                schema: "register",
                table: "consent_events",
                type: "uuid",
                nullable: true);

            migrationBuilder.Sql(RegisterSchema.KeepsTheSchool);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop trigger keeps_consents on register.consent_events; drop function register.keep_consent();");
            migrationBuilder.Sql(RegisterSchema.KeepsEachWord);
            migrationBuilder.DropColumn(
                name: "school_key",
                schema: "register",
                table: "entries");

            migrationBuilder.DropColumn(
                name: "school_key",
                schema: "register",
                table: "consents");

            migrationBuilder.DropColumn(
                name: "school_key",
                schema: "register",
                table: "consent_events");
        }
    }
}
