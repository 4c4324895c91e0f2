using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Medway.LocalOffer.People.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Erasures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "erasures",
                schema: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decision = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    steps = table.Column<string>(type: "character varying(16000)", maxLength: 16000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasures", x => x.id);
                    table.CheckConstraint("ck_erasures_state", "state in ('asked', 'done', 'refused')");
                });

            migrationBuilder.CreateIndex(
                name: "ix_erasures_asked_at",
                schema: "people",
                table: "erasures",
                column: "asked_at");

            migrationBuilder.CreateIndex(
                name: "ix_erasures_one_open",
                schema: "people",
                table: "erasures",
                column: "person_id",
                unique: true,
                filter: "state = 'asked'");

            migrationBuilder.Sql(PeopleSchema.ErasureRights);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "erasures",
                schema: "people");
        }
    }
}
