using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Ehcp.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class ChildrenWhoAreOne : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_records_one_open_for_a_child",
                schema: "ehcp",
                table: "records");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "stopped_at",
                schema: "ehcp",
                table: "touchpoints",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "logged_for_id",
                schema: "ehcp",
                table: "records",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_records_one_open_for_a_child",
                schema: "ehcp",
                table: "records",
                column: "child_id",
                unique: true,
                filter: "not is_over and logged_for_id is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_records_one_open_for_a_child",
                schema: "ehcp",
                table: "records");

            migrationBuilder.DropColumn(
                name: "stopped_at",
                schema: "ehcp",
                table: "touchpoints");

            migrationBuilder.DropColumn(
                name: "logged_for_id",
                schema: "ehcp",
                table: "records");

            migrationBuilder.CreateIndex(
                name: "ix_records_one_open_for_a_child",
                schema: "ehcp",
                table: "records",
                column: "child_id",
                unique: true,
                filter: "not is_over");
        }
    }
}
