using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Search.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class NextDates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly[]>(
                name: "next_dates",
                schema: "search",
                table: "entries",
                type: "date[]",
                nullable: false,
                defaultValueSql: "'{}'");
            migrationBuilder.Sql(SearchSchema.RowDates);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(SearchSchema.UndoRowDates);
            migrationBuilder.DropColumn(
                name: "next_dates",
                schema: "search",
                table: "entries");
        }
    }
}
