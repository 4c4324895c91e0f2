using Medway.LocalOffer.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Medway.LocalOffer.Platform.Protection;

/// <summary>A table with encrypted columns, as the statements of <see cref="EncryptedTables"/> need it.</summary>
internal sealed record EncryptedTable(StoreObjectIdentifier Table, IReadOnlyList<string> Key, IReadOnlyList<EncryptedColumn> Columns)
{
    public static IEnumerable<EncryptedTable> AllOf(IReadOnlyModel model) =>
        from property in EncryptedColumn.PropertiesOf(model)
        let column = EncryptedColumn.Of(property)
        group (property, column) by column.Table into table
        let key = ((IReadOnlyEntityType)table.First().property.DeclaringType.ContainingEntityType).FindPrimaryKey()!
        select new EncryptedTable(
            table.Key,
            [.. key.Properties.Select(part => part.GetColumnName(table.Key)!)],
            [.. table.Select(found => found.column).Distinct()]);
}

/// <summary>Writes old values again under the current keys, row by row and without a lock that anybody would wait for.</summary>
internal sealed class EncryptedTables(Databases databases, DataKeys keys, FieldCipher cipher)
{
    private const int BatchSize = 500;

    /// <returns>The numbers of the older keys that were met.</returns>
    public async Task<IReadOnlySet<int>> ReencryptAsync(EncryptedTable table, CancellationToken cancellationToken)
    {
        var met = new HashSet<int>();
        object[]? last = null;
        do
        {
            var rows = await ReadAsync(table, last, cancellationToken);
            last = rows.Count == BatchSize ? rows[^1].Key : null;
            await WriteAsync(table, rows, met, cancellationToken);
        }
        while (last is not null);
        return met;
    }

    /// <summary>The next rows, by primary key, that hold a value of another key than the current one.</summary>
    private async Task<List<Row>> ReadAsync(EncryptedTable table, object[]? after, CancellationToken cancellationToken)
    {
        await using var command = databases.For(DatabaseLogin.Private).CreateCommand();
        var old = table.Columns.Select(column =>
            $"substring({Quote(column.Name)} from 1 for {Sealing.HeaderSize}) <> {Parameter(command.Parameters, Sealing.Header(keys.Current(column.Use).Number))}");
        var key = string.Join(", ", table.Key.Select(Quote));
        var where = $"({string.Join(" or ", old.ToList())})";
        if (after is not null)
        {
            where += $" and ({key}) > ({string.Join(", ", after.Select(part => Parameter(command.Parameters, part)).ToList())})";
        }

        command.CommandText =
            $"select {key}, {string.Join(", ", table.Columns.Select(column => Quote(column.Name)))} from {Quote(table.Table)} where {where} order by {key} limit {BatchSize}";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<Row>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add(new Row(values[..table.Key.Count], [.. values[table.Key.Count..].Select(value => value as byte[])]));
        }

        return rows;
    }

    private async Task WriteAsync(EncryptedTable table, List<Row> rows, HashSet<int> met, CancellationToken cancellationToken)
    {
        await using var batch = databases.For(DatabaseLogin.Private).CreateBatch();
        foreach (var row in rows)
        {
            for (var i = 0; i < table.Columns.Count; i++)
            {
                var column = table.Columns[i];
                if (row.Values[i] is { } stored && Sealing.KeyNumberOf(stored) is var number && number != keys.Current(column.Use).Number)
                {
                    met.Add(number ?? 0);
                    batch.BatchCommands.Add(Rewrite(table, column, row.Key, stored));
                }
            }
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Only if the value is still the one that was read: somebody's change since then wins.</summary>
    private NpgsqlBatchCommand Rewrite(EncryptedTable table, EncryptedColumn column, object[] key, byte[] stored)
    {
        var command = new NpgsqlBatchCommand();
        var renewed = Parameter(command.Parameters, cipher.Encrypt(column.Use, column.Place, cipher.Decrypt(column.Use, column.Place, stored)));
        var sameRow = string.Join(" and ", table.Key.Zip(key, (name, part) => $"{Quote(name)} = {Parameter(command.Parameters, part)}").ToList());
        command.CommandText =
            $"update {Quote(table.Table)} set {Quote(column.Name)} = {renewed} where {sameRow} and {Quote(column.Name)} = {Parameter(command.Parameters, stored)}";
        return command;
    }

    private static string Parameter(NpgsqlParameterCollection parameters, object value)
    {
        parameters.Add(new NpgsqlParameter { Value = value });
        return "$" + parameters.Count;
    }

    private static string Quote(StoreObjectIdentifier table) => $"{Quote(table.Schema!)}.{Quote(table.Name)}";

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private sealed record Row(object[] Key, byte[]?[] Values);
}
