using System.Collections;
using System.Globalization;
using System.Text;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medway.LocalOffer.Testing;

/// <summary>Reads every row of every table of every module with the keys of the host, as nobody else can.</summary>
public static class EverythingStored
{
    /// <param name="services">Of a host.</param>
    /// <param name="owner">Connection string of the database's owner.</param>
    /// <param name="words">What is looked for, in any case.</param>
    /// <returns>Where each stands, as "table.column: word", each once.</returns>
    public static async Task<IReadOnlySet<string>> FindAsync(IServiceProvider services, string owner, IReadOnlyList<string> words)
    {
        SortedSet<string> found = new(StringComparer.Ordinal);
        foreach (var type in services.GetRequiredService<IReadOnlyList<IModule>>().Select(module => module.DbContext).OfType<Type>().Distinct())
        {
            await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
            var context = (DbContext)scope.ServiceProvider.GetRequiredService(type);
            foreach (var entity in context.Model.GetEntityTypes().Where(entity => entity.GetTableName() is not null && !entity.IsOwned() && !entity.HasSharedClrType && entity.GetProperties().Any(IsBytes)))
            {
                Look(context, entity, words, found);
                context.ChangeTracker.Clear();
            }
        }

        await LookPlainlyAsync(owner, words, found);
        return found;
    }

    /// <summary>And as the database itself shows each row: tables, too, that no module reads by its model.</summary>
    private static async Task LookPlainlyAsync(string owner, IReadOnlyList<string> words, SortedSet<string> found)
    {
        await using var source = NpgsqlDataSource.Create(owner);
        List<string> tables = [];
        await using (var list = source.CreateCommand("select format('%I.%I', table_schema, table_name) from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')"))
        await using (var reader = await list.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }

        foreach (var table in tables)
        {
            await using var look = source.CreateCommand(
                $"with hit as materialized (select row::text as text from {table} as row where row::text ilike any ($2)) select word from unnest($1) as word where exists (select from hit where text ilike '%' || word || '%')");
            look.Parameters.Add(new() { Value = words.ToArray() });
            look.Parameters.Add(new() { Value = words.Select(word => $"%{word}%").ToArray() });
            await using var reader = await look.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                found.Add($"{table} in plain words: {reader.GetString(0)}");
            }
        }
    }

    /// <summary>Encrypted, or bytes that the database shows as digits: what is stored as text the other look finds.</summary>
    private static bool IsBytes(IProperty property) => property.GetColumnType() == "bytea";

    private static void Look(DbContext context, IEntityType entity, IReadOnlyList<string> words, SortedSet<string> found)
    {
        var all = typeof(DbContext).GetMethod(nameof(DbContext.Set), Type.EmptyTypes)!.MakeGenericMethod(entity.ClrType).Invoke(context, null)!;
        foreach (var row in (IEnumerable)all)
        {
            foreach (var property in context.Entry(row).Properties)
            {
                var text = Text(property.CurrentValue);
                foreach (var word in words.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
                {
                    found.Add($"{entity.GetSchema()}.{entity.GetTableName()}.{property.Metadata.Name}: {word}");
                }
            }
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IEnumerable many => string.Join(' ', many.Cast<object?>().Select(Text)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
