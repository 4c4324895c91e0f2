using Medway.LocalOffer.Platform.Data;
using Npgsql;

namespace Medway.LocalOffer.Platform.Jobs;

/// <summary>A job that this host has claimed. The attempt's number also guards against a host that comes back after its lease ran out.</summary>
internal sealed record ClaimedJob(Guid Id, string Kind, string? Key, string Payload, int Attempt);

/// <summary>The runner's statements on <c>platform.jobs</c>, each a transaction of its own.</summary>
internal sealed class JobTable(Databases databases, TimeProvider clock)
{
    /// <summary>A host that has not renewed its claim for so long is taken for dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private NpgsqlDataSource Source => databases.For(DatabaseLogin.Private);

    /// <summary>Claims the job that has been due longest, or one whose host died. Null when there is none.</summary>
    public async Task<ClaimedJob?> ClaimAsync(IReadOnlyCollection<string> kinds, CancellationToken cancellationToken)
    {
        await using var command = Source.CreateCommand(
            """
            update platform.jobs set state = 'running', attempts = attempts + 1, lease_until = $2 + $3, started_at = $2
            where id = (
                select id from platform.jobs
                where kind = any($1) and ((state = 'waiting' and due_at <= $2) or (state = 'running' and lease_until < $2))
                order by due_at limit 1 for update skip locked)
            returning id, kind, key, payload, attempts
            """);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. kinds] });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() });
        command.Parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = Lease });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new ClaimedJob(
                reader.GetGuid(0),
                reader.GetString(1),
                await reader.IsDBNullAsync(2, cancellationToken) ? null : reader.GetString(2),
                reader.GetString(3),
                reader.GetInt32(4))
            : null;
    }

    /// <returns>False when the claim was lost: another host has it now.</returns>
    public Task<bool> RenewAsync(ClaimedJob job, CancellationToken cancellationToken) =>
        UpdateAsync(job, "lease_until = $3", cancellationToken, clock.GetUtcNow() + Lease);

    public Task<bool> FinishAsync(ClaimedJob job, CancellationToken cancellationToken) =>
        UpdateAsync(job, "state = 'done', finished_at = $3, last_error = null", cancellationToken, clock.GetUtcNow());

    public Task<bool> FailAsync(ClaimedJob job, string error, CancellationToken cancellationToken) =>
        UpdateAsync(job, "state = 'failed', finished_at = $3, last_error = $4", cancellationToken, clock.GetUtcNow(), error);

    public Task<bool> RetryAsync(ClaimedJob job, string error, DateTimeOffset due, CancellationToken cancellationToken) =>
        UpdateAsync(job, "state = 'waiting', due_at = $3, last_error = $4", cancellationToken, due, error);

    /// <summary>A recurring job waits for its next turn with all its attempts; the last error stays readable until a run succeeds.</summary>
    public Task<bool> RepeatAsync(ClaimedJob job, string? error, TimeSpan every, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return UpdateAsync(
            job,
            "state = 'waiting', attempts = 0, finished_at = $3, due_at = $4, last_error = nullif($5, '')",
            cancellationToken,
            now,
            now + every,
            error ?? "");
    }

    /// <summary>Makes sure that a recurring job waits; a shorter interval than before counts at once.</summary>
    public async Task EnsureRecurringAsync(string kind, TimeSpan every, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var command = Source.CreateCommand(
            """
            insert into platform.jobs as job (id, kind, key, payload, state, due_at, attempts, created_at)
            values ($1, $2, 'recurring', '{}', 'waiting', $3, 0, $3)
            on conflict (kind, key) where state in ('waiting', 'running')
            do update set due_at = $4 where job.state = 'waiting' and job.due_at > $4
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7(now) });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = kind });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now + every });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<bool> UpdateAsync(ClaimedJob job, string set, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = Source.CreateCommand($"update platform.jobs set {set} where id = $1 and attempts = $2 and state = 'running'");
        command.Parameters.Add(new NpgsqlParameter { Value = job.Id });
        command.Parameters.Add(new NpgsqlParameter { Value = job.Attempt });
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }
}
