using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.Listings.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class ServiceChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "service_changes",
                schema: "listings",
                columns: table => new
                {
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_changes", x => x.service_id);
                    table.ForeignKey(
                        name: "fk_service_changes_services_service_id",
                        column: x => x.service_id,
                        principalSchema: "listings",
                        principalTable: "services",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_service_changes_changed_at_service_id",
                schema: "listings",
                table: "service_changes",
                columns: new[] { "changed_at", "service_id" });

            migrationBuilder.Sql(ServiceChangeSql.Create);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(ServiceChangeSql.Drop);
            migrationBuilder.DropTable(
                name: "service_changes",
                schema: "listings");
        }
    }
}
