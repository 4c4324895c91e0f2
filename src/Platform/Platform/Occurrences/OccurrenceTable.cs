using Medway.LocalOffer.Platform.Data;
using Npgsql;

namespace Medway.LocalOffer.Platform.Occurrences;

/// <param name="Attempt">1 for the first try.</param>
internal sealed record ClaimedOccurrence(Guid Id, Occurrence Occurrence, int Attempt);

/// <summary>The statements of the job that hands out what is due, in the transaction that is open.</summary>
internal sealed class OccurrenceTable(Databases databases, TimeProvider clock)
{
    private NpgsqlDataSource Source => databases.For(DatabaseLogin.Private);

    /// <summary>
    /// Takes the one that has been due longest and that no other host holds. The lock of its row ends with the transaction, so a host that dies
    /// gives it back by itself.
    /// </summary>
    /// <param name="kinds">Of the handlers that this host has.</param>
    public async Task<ClaimedOccurrence?> ClaimAsync(IReadOnlyCollection<string> kinds, CancellationToken cancellationToken)
    {
        await using var command = Source.CreateCommand(
            """
            select id, kind, subject, key, due_at, attempts + 1 from platform.occurrences
            where state = 'waiting' and due_at <= $2 and kind = any($1) and (try_again_at is null or try_again_at <= $2)
            order by due_at, id limit 1 for update skip locked
            """);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. kinds] });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new ClaimedOccurrence(
                reader.GetGuid(0),
                new Occurrence(reader.GetString(1), reader.GetGuid(2), reader.GetString(3), await reader.GetFieldValueAsync<DateTimeOffset>(4, cancellationToken)),
                reader.GetInt32(5))
            : null;
    }

    public Task DoneAsync(ClaimedOccurrence claimed, CancellationToken cancellationToken) => UpdateAsync(
        claimed, "state = 'done', attempts = attempts + 1, last_error = null, ended_at = $2", cancellationToken, clock.GetUtcNow());

    public Task RetryAsync(ClaimedOccurrence claimed, string error, DateTimeOffset at, CancellationToken cancellationToken) => UpdateAsync(
        claimed, "attempts = attempts + 1, try_again_at = $2, last_error = $3", cancellationToken, at, error);

    public Task FailAsync(ClaimedOccurrence claimed, string error, CancellationToken cancellationToken) => UpdateAsync(
        claimed, "state = 'failed', attempts = attempts + 1, ended_at = $2, last_error = $3", cancellationToken, clock.GetUtcNow(), error);

    private async Task UpdateAsync(ClaimedOccurrence claimed, string set, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = Source.CreateCommand($"update platform.occurrences set {set} where id = $1 and state = 'waiting'");
        command.Parameters.Add(new NpgsqlParameter { Value = claimed.Id });
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
