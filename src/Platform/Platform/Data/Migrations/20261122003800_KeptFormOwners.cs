using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Platform.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class KeptFormOwners : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // They live for a day, and of those that are there nobody can tell whose they are.
            migrationBuilder.Sql("delete from platform.kept_forms;");

            migrationBuilder.DropColumn(
                name: "has_owner",
                schema: "platform",
                table: "kept_forms");

            migrationBuilder.AddColumn<byte[]>(
                name: "owner_digest",
                schema: "platform",
                table: "kept_forms",
                type: "bytea",
                nullable: false);

            migrationBuilder.CreateIndex(
                name: "ix_kept_forms_owner_digest",
                schema: "platform",
                table: "kept_forms",
                column: "owner_digest");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_kept_forms_owner_digest",
                schema: "platform",
                table: "kept_forms");

            migrationBuilder.DropColumn(
                name: "owner_digest",
                schema: "platform",
                table: "kept_forms");

            migrationBuilder.AddColumn<bool>(
                name: "has_owner",
                schema: "platform",
                table: "kept_forms",
                type: "boolean",
                nullable: false,
                defaultValue: true);
        }
    }
}
