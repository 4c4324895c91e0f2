using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Platform.Data;
using Npgsql;

namespace Medway.LocalOffer.Messaging.Sending;

/// <summary>Three unprompted messages a week for each recipient: a message takes a place before it leaves.</summary>
internal sealed class WeeklyCap(Databases databases, TimeProvider clock)
{
    private NpgsqlDataSource Source => databases.For(DatabaseLogin.Private);

    /// <summary>When each recipient last got messages that count.</summary>
    public async Task<ILookup<string, DateTimeOffset>> TakenAsync(IReadOnlyCollection<string> recipients, CancellationToken cancellationToken)
    {
        List<(string Recipient, DateTimeOffset At)> taken = [];
        if (recipients.Count > 0)
        {
            await using var command = Source.CreateCommand(
                "select recipient_key, slot_at from messaging.messages where recipient_key = any($1) and slot_at > $2 and state <> 'waiting'");
            command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. recipients] });
            command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() - SendTimes.Week });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                taken.Add((reader.GetString(0), reader.GetFieldValue<DateTimeOffset>(1)));
            }
        }

        return taken.ToLookup(place => place.Recipient, place => place.At);
    }

    /// <summary>Places for these messages. One host at a time for each recipient, because two would both see the last free place.</summary>
    /// <returns>Those that got one, or had one already.</returns>
    public async Task<IReadOnlySet<Guid>> TakeAsync(IReadOnlyList<(Guid Id, string Recipient)> messages, CancellationToken cancellationToken)
    {
        HashSet<Guid> taken = [];
        if (messages.Count == 0)
        {
            return taken;
        }

        var now = clock.GetUtcNow();
        await using var connection = await Source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var wait = new NpgsqlCommand("select pg_advisory_xact_lock(k) from unnest($1) k", connection, transaction))
        {
            // In one order for every host, or two would wait for each other.
            wait.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. messages.Select(m => AdvisoryLock.Number("messaging.cap " + m.Recipient)).Distinct().Order()] });
            await wait.ExecuteNonQueryAsync(cancellationToken);
        }

        await using (var take = new NpgsqlCommand(
            """
            with places as (
              select m.id, row_number() over (partition by m.recipient_key order by m.slot_at nulls last, m.due_at, m.id)
                + (select count(*) from messaging.messages o where o.recipient_key = m.recipient_key and o.slot_at > $3 and not o.id = any($1)) as place
              from messaging.messages m where m.id = any($1))
            update messaging.messages m set slot_at = coalesce(m.slot_at, $2) from places p where p.id = m.id and p.place <= $4 returning m.id
            """,
            connection,
            transaction))
        {
            take.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. messages.Select(m => m.Id)] });
            take.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now });
            take.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now - SendTimes.Week });
            take.Parameters.Add(new NpgsqlParameter<long> { TypedValue = SendTimes.Cap });
            await using var reader = await take.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                taken.Add(reader.GetGuid(0));
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return taken;
    }
}
