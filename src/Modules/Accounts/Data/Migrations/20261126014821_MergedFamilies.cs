using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Accounts.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class MergedFamilies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_family_access_person_id_state",
                schema: "accounts",
                table: "family_access");

            migrationBuilder.AddColumn<Guid>(
                name: "given_to_id",
                schema: "accounts",
                table: "family_access",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_family_access_person_id_given_to_id_state",
                schema: "accounts",
                table: "family_access",
                columns: new[] { "person_id", "given_to_id", "state" },
                unique: true,
                filter: "state <> 'ended'")
                .Annotation("Npgsql:NullsDistinct", false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_family_access_person_id_given_to_id_state",
                schema: "accounts",
                table: "family_access");

            migrationBuilder.DropColumn(
                name: "given_to_id",
                schema: "accounts",
                table: "family_access");

            migrationBuilder.CreateIndex(
                name: "ix_family_access_person_id_state",
                schema: "accounts",
                table: "family_access",
                columns: new[] { "person_id", "state" },
                unique: true,
                filter: "state <> 'ended'");
        }
    }
}
