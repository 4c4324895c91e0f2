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
    private static readonly ConditionalWeakTable<IEntityType, Shape> Shapes = [];

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

        var entity = context.Model.FindEntityType(typeof(TEntity)) ?? throw new InvalidOperationException($"{typeof(TEntity).Name} is not of this context.");
        var shape = Shapes.GetValue(entity, ShapeOf);
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var connection = (NpgsqlConnection)context.Database.GetDbConnection();
            await using var writer = await connection.BeginBinaryImportAsync(shape.Statement, cancellationToken);
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

    private static Shape ShapeOf(IEntityType entity)
    {
        // What the database itself counts, such as the version of a row, is nothing to write.
        IProperty[] properties = [.. entity.GetProperties().Where(property => property.ValueGenerated is not (ValueGenerated.OnAddOrUpdate or ValueGenerated.OnUpdate))];
        var table = entity.GetSchema() is { } schema ? $"\"{schema}\".\"{entity.GetTableName()}\"" : $"\"{entity.GetTableName()}\"";
        return new Shape(
            $"copy {table} ({string.Join(", ", properties.Select(property => $"\"{property.GetColumnName()}\""))}) from stdin (format binary)",
            [.. properties.Select(property => new Column(property.PropertyInfo!.GetValue, property.GetTypeMapping().Converter, TypeOf(property)))]);
    }

    /// <summary>Without its length: <c>character varying(40)</c> is sent as any other.</summary>
    private static string TypeOf(IProperty property)
    {
        var type = property.GetColumnType();
        var length = type.IndexOf('(', StringComparison.Ordinal);
        return length < 0 ? type : type[..length];
    }

    private sealed record Shape(string Statement, IReadOnlyList<Column> Columns);

    private sealed record Column(Func<object?, object?> Read, ValueConverter? Converter, string Type)
    {
        public object? Of(object row)
        {
            var value = Read(row);
            return value is null || Converter is null ? value : Converter.ConvertToProvider(value);
        }
    }
}
