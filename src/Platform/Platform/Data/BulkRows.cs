using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;

namespace Medway.LocalOffer.Platform.Data;

/// <summary>
/// Adds thousands of rows the way PostgreSQL takes them fastest: binary COPY, with the names, types and conversions that the model says, so
/// that the two cannot drift. Past the change tracker; in the transaction that is open, with every check and trigger of the table.
/// </summary>
public static class BulkRows
{
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
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var connection = (NpgsqlConnection)context.Database.GetDbConnection();
            await using var writer = await connection.BeginBinaryImportAsync($"copy {shape.Table} ({shape.Names}) from stdin (format binary)", cancellationToken);
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
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    internal static RowShape Of<TEntity>(DbContext context)
    {
        var entity = context.Model.FindEntityType(typeof(TEntity)) ?? throw new InvalidOperationException($"{typeof(TEntity).Name} is not of this context.");
        return Shapes.GetValue(entity, ShapeOf);
    }

    private static RowShape ShapeOf(IEntityType entity)
    {
        // What the database itself counts, such as the version of a row, is nothing to write.
        IProperty[] properties = [.. entity.GetProperties().Where(property => property.ValueGenerated is not (ValueGenerated.OnAddOrUpdate or ValueGenerated.OnUpdate))];
        var table = entity.GetSchema() is { } schema ? $"\"{schema}\".\"{entity.GetTableName()}\"" : $"\"{entity.GetTableName()}\"";
        return new RowShape(
            table,
            string.Join(", ", properties.Select(property => $"\"{property.GetColumnName()}\"")),
            [.. properties.Select(property => new RowColumn(property.PropertyInfo!.GetValue, property.GetTypeMapping().Converter, TypeOf(property)))]);
    }

    /// <summary>Without its length: <c>character varying(40)</c> is sent as any other.</summary>
    private static string TypeOf(IProperty property)
    {
        var type = property.GetColumnType();
        var length = type.IndexOf('(', StringComparison.Ordinal);
        return length < 0 ? type : type[..length];
    }

}

/// <summary>How the model stores one kind of row, for statements that EF does not make.</summary>
/// <param name="Table">Quoted, with its schema.</param>
/// <param name="Names">Of the columns, quoted, with commas between.</param>
internal sealed record RowShape(string Table, string Names, IReadOnlyList<RowColumn> Columns);

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
