using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.CoDesign.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Recordings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "recording_id",
                schema: "codesign",
                table: "parts",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "spoken",
                schema: "codesign",
                table: "parts",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_parts_recording",
                schema: "codesign",
                table: "parts",
                sql: "(recording_id is null) = (spoken is null)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_parts_recording",
                schema: "codesign",
                table: "parts");

            migrationBuilder.DropColumn(
                name: "recording_id",
                schema: "codesign",
                table: "parts");

            migrationBuilder.DropColumn(
                name: "spoken",
                schema: "codesign",
                table: "parts");
        }
    }
}
