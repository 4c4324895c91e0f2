using Medway.LocalOffer.Audit.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Platform.Time;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Medway.LocalOffer.Audit.Sealing;

/// <summary>Puts committed entries that no seal holds yet into new seals at the end of the chain.</summary>
internal sealed partial class Sealer(
    Databases databases, IKeyedDigests digests, AnchorFile anchors, TimeProvider clock, ILogger<Sealer> logger)
{
    public const int MostInOneSeal = 10_000;

    /// <summary>
    /// An entry can be committed late, after younger ones were sealed, so what is new is found by asking which entries no seal holds, and
    /// never by an id or a time.
    /// </summary>
    /// <param name="since">Looks only at entries written since; null looks at all.</param>
    /// <returns>How many were sealed; 0 when another host is sealing.</returns>
    public async Task<int> SealAsync(DateTimeOffset? since, CancellationToken cancellationToken)
    {
        await using var connection = await databases.For(DatabaseLogin.Private).OpenConnectionAsync(cancellationToken);
        if (!await LockAsync(connection, "pg_try_advisory_lock", cancellationToken))
        {
            return 0;
        }

        // The lock is the session's and not the transaction's: the anchor is written after the commit, and must be in the order of the seals.
        try
        {
            var sealedNow = 0;
            while (await NextAsync(connection, since, cancellationToken) is { } seal)
            {
                await anchors.AppendAsync(seal, cancellationToken);
                Made(logger, seal.Number, seal.Day, seal.Entries, seal.Total, Convert.ToHexStringLower(seal.Hash));
                sealedNow += seal.Entries;
            }

            return sealedNow;
        }
        finally
        {
            if (connection.State == System.Data.ConnectionState.Open)
            {
                await LockAsync(connection, "pg_advisory_unlock", CancellationToken.None);
            }
        }
    }

    private static async Task<bool> LockAsync(NpgsqlConnection connection, string function, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select {function}($1)", connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = AdvisoryLock.Number("audit.seals") });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task<Seal?> NextAsync(NpgsqlConnection connection, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var (number, total, previous) = await NewestAsync(connection, cancellationToken);
        using var hash = new SealHash(previous);
        List<Guid> ids = [];
        await using (var command = new NpgsqlCommand(
            """
            select e.id, e.mac from platform.audit_entries e
            where e.at >= $1 and not exists (select from audit.sealed_entries s where s.entry_id = e.id)
            order by e.at, e.id limit $2
            """,
            connection))
        {
            command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = since ?? DateTimeOffset.UnixEpoch });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = MostInOneSeal });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                ids.Add(reader.GetGuid(0));
                hash.Add(ids[^1], reader.GetFieldValue<byte[]>(1));
            }
        }

        if (ids.Count == 0)
        {
            return null;
        }

        var now = AuditMac.Stored(clock.GetUtcNow());
        var seal = new Seal
        {
            Number = number + 1,
            Day = UkTime.DateIn(now),
            SealedAt = now,
            Entries = ids.Count,
            Total = total + ids.Count,
            FirstEntry = ids[0],
            LastEntry = ids[^1],
            PreviousHash = previous,
            Hash = hash.End(),
        };
        seal.Mac = SealHash.MacOf(seal, digests);
        await WriteAsync(connection, seal, ids, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return seal;
    }

    private static async Task<(long Number, long Total, byte[] Hash)> NewestAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select number, total, hash from audit.seals order by number desc limit 1", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? (reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2))
            : (0, 0, SealHash.BeforeTheFirst);
    }

    private static async Task WriteAsync(NpgsqlConnection connection, Seal seal, List<Guid> ids, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(
                    """
                    insert into audit.seals (number, day, sealed_at, entries, total, first_entry, last_entry, previous_hash, hash, mac)
                    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                    """)
                {
                    Parameters =
                    {
                        new() { Value = seal.Number },
                        new() { Value = seal.Day },
                        new() { Value = seal.SealedAt },
                        new() { Value = seal.Entries },
                        new() { Value = seal.Total },
                        new() { Value = seal.FirstEntry },
                        new() { Value = seal.LastEntry },
                        new() { Value = seal.PreviousHash },
                        new() { Value = seal.Hash },
                        new() { Value = seal.Mac },
                    },
                },
                new NpgsqlBatchCommand(
                    """
                    insert into audit.sealed_entries (entry_id, seal_number, position)
                    select id, $1, (position - 1)::integer from unnest($2) with ordinality as entry (id, position)
                    """)
                {
                    Parameters =
                    {
                        new() { Value = seal.Number },
                        new() { Value = ids, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
                    },
                },
            },
        };
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Audit seal {Number} of {Day}: {Entries} entries, {Total} in all, hash {Hash}")]
    private static partial void Made(ILogger logger, long number, DateOnly day, int entries, long total, string hash);
}
