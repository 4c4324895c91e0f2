using Medway.LocalOffer.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Medway.LocalOffer.Architecture.Tests.Rules;

/// <summary>
/// A context owns one schema and its own history; tables of others are mapped only to write to them in the same transaction. What a module that the
/// public site cannot read shows the public, it makes in the schema <c>published</c>.
/// </summary>
internal static class SchemaRule
{
    private const string Published = "published";

    public static IEnumerable<string> Offences(string schema, DbContext context)
    {
        var name = context.GetType().Name;
        foreach (var (table, tableSchema) in Tables(context).Where(table => table.Schema != schema && table.Schema != Published))
        {
            yield return $"{name} makes {tableSchema ?? "public"}.{table}: it owns only schema {schema}";
        }

        foreach (var key in Model(context).GetEntityTypes().SelectMany(entity => entity.GetForeignKeys()).Where(Leaves))
        {
            yield return $"{name}: {key.DeclaringEntityType.DisplayName()} refers to {key.PrincipalEntityType.DisplayName()} in another schema";
        }

        var history = RelationalOptionsExtension.Extract(context.GetService<IDbContextOptions>());
        if (history.MigrationsHistoryTableName != ModuleContext.MigrationsHistory || history.MigrationsHistoryTableSchema != schema)
        {
            yield return $"{name} keeps its history in {history.MigrationsHistoryTableSchema}.{history.MigrationsHistoryTableName}";
        }

        if (context.Database.HasPendingModelChanges())
        {
            yield return $"{name} has changes without a migration: ./dev migration <Module> <Name>";
        }
    }

    /// <summary>A table that two contexts make would be made twice; one that none makes would be missing.</summary>
    public static IEnumerable<string> OffencesTogether(IReadOnlyList<DbContext> contexts)
    {
        var made = contexts.SelectMany(Tables).ToLookup(table => table);
        var mapped = contexts.SelectMany(context => Model(context).GetEntityTypes()).Where(entity => entity.GetTableName() is not null)
            .Select(entity => (Name: entity.GetTableName()!, Schema: entity.GetSchema())).Distinct();
        return mapped.Where(table => made[table].Count() != 1).Select(table => $"{table.Schema}.{table.Name} is made by {made[table].Count()} contexts");
    }

    private static IModel Model(DbContext context) => context.GetService<IDesignTimeModel>().Model;

    /// <summary>The tables that its migrations make.</summary>
    private static IEnumerable<(string Name, string? Schema)> Tables(DbContext context) => Model(context).GetEntityTypes()
        .Where(entity => entity.GetTableName() is not null && !entity.IsTableExcludedFromMigrations())
        .Select(entity => (entity.GetTableName()!, entity.GetSchema()))
        .Distinct();

    private static bool Leaves(IForeignKey key) =>
        key.PrincipalEntityType.GetTableName() is not null && key.PrincipalEntityType.GetSchema() != key.DeclaringEntityType.GetSchema();
}
