using Medway.LocalOffer.Platform.Data;
using Npgsql;

namespace Medway.LocalOffer.Platform.Events;

internal sealed record ClaimedEvent(Guid Id, string Name, string Payload, int Attempt);

/// <summary>The dispatcher's statements on <c>platform.outbox</c> and <c>platform.inbox</c>.</summary>
internal sealed class OutboxTable(Databases databases, TimeProvider clock)
{
    /// <summary>An event whose delivery has not ended by then is delivered again: its host died.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private NpgsqlDataSource Source => databases.For(DatabaseLogin.Private);

    /// <summary>Runs the work if no other dispatcher is at it: two at a time would deliver out of order. The right ends with the connection.</summary>
    /// <returns>What the work returned; 0 when another dispatcher is at it.</returns>
    public async Task<int> AloneAsync(Func<Task<int>> work, CancellationToken cancellationToken)
    {
        await using var connection = await Source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand("select pg_try_advisory_xact_lock($1)", connection, transaction);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = AdvisoryLock.Number("platform.outbox") });
        return await command.ExecuteScalarAsync(cancellationToken) is true ? await work() : 0;
    }

    public async Task<ClaimedEvent?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var command = Source.CreateCommand(
            """
            update platform.outbox set attempts = attempts + 1, due_at = $2
            where id = (
                select id from platform.outbox where state = 'waiting' and due_at <= $1
                order by position limit 1 for update skip locked)
            returning id, name, payload, attempts
            """);
        var now = clock.GetUtcNow();
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now + Lease });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new ClaimedEvent(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3))
            : null;
    }

    public Task DeliveredAsync(ClaimedEvent claimed, CancellationToken cancellationToken) =>
        UpdateAsync(claimed, "state = 'delivered', delivered_at = $2, last_error = null", cancellationToken, clock.GetUtcNow());

    public Task FailedAsync(ClaimedEvent claimed, string error, CancellationToken cancellationToken) =>
        UpdateAsync(claimed, "state = 'failed', last_error = $2", cancellationToken, error);

    public Task RetryAsync(ClaimedEvent claimed, string error, DateTimeOffset due, CancellationToken cancellationToken) =>
        UpdateAsync(claimed, "due_at = $2, last_error = $3", cancellationToken, due, error);

    /// <summary>Notes in the ambient transaction that the handler has this event.</summary>
    /// <returns>False when it had it before.</returns>
    public async Task<bool> NoteAsync(ClaimedEvent claimed, string handler, CancellationToken cancellationToken)
    {
        await using var command = Source.CreateCommand(
            "insert into platform.inbox (event_id, handler, at) values ($1, $2, $3) on conflict do nothing");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = claimed.Id });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = handler });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() });
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    private async Task UpdateAsync(ClaimedEvent claimed, string set, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = Source.CreateCommand($"update platform.outbox set {set} where id = $1 and state = 'waiting'");
        command.Parameters.Add(new NpgsqlParameter { Value = claimed.Id });
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
