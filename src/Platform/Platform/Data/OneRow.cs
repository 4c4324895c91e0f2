using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medway.LocalOffer.Platform.Data;

/// <summary>Adds a row in one statement, where asking first whether it is there would take a lock and two more.</summary>
public static class OneRow
{
    /// <summary>
    /// Adds the row unless one that is the same by a unique index is there already, and tells every host the notice when it commits. Two at once: the
    /// second waits until the first has committed, and adds nothing; neither breaks its caller's transaction. Past the change tracker, in the transaction
    /// that is open, with the names, types and conversions that the model says.
    /// </summary>
    /// <param name="context">Of a login that may read the table.</param>
    /// <param name="row">Without what hangs on it.</param>
    /// <param name="notice">Tag of a notice; nothing is told when nothing is added.</param>
    /// <returns>Whether it was added.</returns>
    public static async Task<bool> AddUnlessThereAsync<TEntity>(this DbContext context, TEntity row, string notice, CancellationToken cancellationToken)
        where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(row);
        var shape = BulkRows.Of<TEntity>(context);
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = ((NpgsqlConnection)context.Database.GetDbConnection()).CreateCommand();
            foreach (var column in shape.Columns)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = column.Of(row) ?? DBNull.Value, DataTypeName = column.Type });
            }

            var values = string.Join(", ", Enumerable.Range(1, shape.Columns.Count).Select(number => $"${number}"));
            command.CommandText =
                $"with added as (insert into {shape.Table} ({shape.Names}) values ({values}) on conflict do nothing returning 1) "
                + $"select pg_notify(${shape.Columns.Count + 1}, ${shape.Columns.Count + 2}) from added";
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Notices.Notices.Channel });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = notice });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            return await reader.ReadAsync(cancellationToken);
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }
}
