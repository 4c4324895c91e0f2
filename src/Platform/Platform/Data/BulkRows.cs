using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;

namespace Medway.LocalOffer.Platform.Data;

/// <summary>
/// Writes thousands of rows the way PostgreSQL takes them fastest: binary COPY, with the names, types and conversions that the model says, so
/// that the two cannot drift. Past the change tracker; in the transaction that is open, with every check and trigger of the table.
/// </summary>
public static class BulkRows
{
    /// <summary>A table of this transaction alone.</summary>
    private const string Written = "pg_temp.bulk_rows";

    private static readonly ConditionalWeakTable<IEntityType, RowShape> Shapes = [];

    /// <summary>Rows that are not there yet, without what hangs on them. One that is there already is an error of the whole call.</summary>
    public static async Task CopyAsync<TEntity>(this DbContext context, IReadOnlyCollection<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0)
        {
            return;
        }

        var shape = Of<TEntity>(context);
        await WithConnectionAsync(context, connection => CopyAsync(connection, shape, shape.Table, rows, cancellationToken), cancellationToken);
    }

    /// <summary>
    /// Every column of rows that are there already, by their key; one that is not there is passed over. Whoever read them locked them first: this
    /// knows nothing of versions. Needs a transaction.
    /// </summary>
    public static async Task OverwriteAsync<TEntity>(this DbContext context, IReadOnlyCollection<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0)
        {
            return;
        }

        var shape = Of<TEntity>(context);
        await WithConnectionAsync(
            context,
            async connection =>
            {
                await ExecuteAsync(connection, $"create temp table {Written} (like {shape.Table}) on commit drop", cancellationToken);
                await CopyAsync(connection, shape, Written, rows, cancellationToken);
                await ExecuteAsync(connection, shape.Overwriting, cancellationToken);
                await ExecuteAsync(connection, $"drop table {Written}", cancellationToken);
            },
            cancellationToken);
    }

    private static async Task WithConnectionAsync(DbContext context, Func<NpgsqlConnection, Task> work, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await work((NpgsqlConnection)context.Database.GetDbConnection());
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    private static async Task CopyAsync<TEntity>(NpgsqlConnection connection, RowShape shape, string into, IReadOnlyCollection<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class
    {
        await using var writer = await connection.BeginBinaryImportAsync($"copy {into} ({shape.Names}) from stdin (format binary)", cancellationToken);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(cancellationToken);
            foreach (var column in shape.Columns)
            {
                if (column.Of(row) is { } value)
                {
                    await writer.WriteAsync(value, column.Type, cancellationToken);
                }
                else
                {
                    await writer.WriteNullAsync(cancellationToken);
                }
            }
        }

        await writer.CompleteAsync(cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string statement, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    internal static RowShape Of<TEntity>(DbContext context) => Shapes.GetValue(
        context.Model.FindEntityType(typeof(TEntity)) ?? throw new InvalidOperationException($"{typeof(TEntity).Name} is not of this context."), ShapeOf);

    private static RowShape ShapeOf(IEntityType entity)
    {
        // What the database itself counts, such as the version of a row, is nothing to write.
        IProperty[] properties = [.. entity.GetProperties().Where(property => property.ValueGenerated is not (ValueGenerated.OnAddOrUpdate or ValueGenerated.OnUpdate))];
        var table = entity.GetSchema() is { } schema ? $"\"{schema}\".\"{entity.GetTableName()}\"" : $"\"{entity.GetTableName()}\"";
        var set = string.Join(", ", properties.Where(property => !property.IsPrimaryKey()).Select(property => $"{Name(property)} = written.{Name(property)}"));
        var same = string.Join(" and ", properties.Where(property => property.IsPrimaryKey()).Select(property => $"stands.{Name(property)} = written.{Name(property)}"));
        return new RowShape(
            table,
            string.Join(", ", properties.Select(Name)),
            $"update {table} stands set {set} from {Written} written where {same}",
            [.. properties.Select(property => new RowColumn(property.PropertyInfo!.GetValue, property.GetTypeMapping().Converter, TypeOf(property)))]);
    }

    private static string Name(IProperty property) => $"\"{property.GetColumnName()}\"";

    /// <summary>Without its length: <c>character varying(40)</c> is sent as any other.</summary>
    private static string TypeOf(IProperty property)
    {
        var type = property.GetColumnType();
        var length = type.IndexOf('(', StringComparison.Ordinal);
        return length < 0 ? type : type[..length];
    }

    /// <summary>How the model stores one kind of row, for statements that EF does not make.</summary>
    /// <param name="Table">Quoted, with its schema.</param>
    /// <param name="Names">Of the columns, quoted, with commas between.</param>
    /// <param name="Overwriting">Makes its rows what <see cref="Written"/> says.</param>
    internal sealed record RowShape(string Table, string Names, string Overwriting, IReadOnlyList<RowColumn> Columns);

    /// <param name="Type">PostgreSQL's, without a length.</param>
    internal sealed record RowColumn(Func<object?, object?> Read, ValueConverter? Converter, string Type)
    {
        /// <summary>As it is stored: an encrypted field is encrypted here.</summary>
        public object? Of(object row)
        {
            var value = Read(row);
            return value is null || Converter is null ? value : Converter.ConvertToProvider(value);
        }
    }
}
