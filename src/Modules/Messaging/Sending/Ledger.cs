using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Medway.LocalOffer.Messaging.Sending;

/// <summary>A batch that this host has. Whoever else takes it over has another number.</summary>
/// <param name="Ids">More are added when others come along in one of their messages.</param>
internal sealed record Claimed(Guid Claim, List<Guid> Ids);

/// <summary>The dispatcher's statements on <c>messaging.messages</c>. Any number of hosts may use them at once.</summary>
internal sealed class Ledger(Databases databases, TimeProvider clock)
{
    /// <summary>Longer than any provider is waited for, so that two hosts never hold one message.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private NpgsqlDataSource Source => databases.For(DatabaseLogin.Private);

    /// <summary>Claims what is due and not stopped, most urgent first. Somebody else's claim that ran out counts as nobody's.</summary>
    public async Task<Claimed> ClaimAsync(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var claim = Guid.CreateVersion7(now);
        await using var command = Source.CreateCommand(
            """
            update messaging.messages set claim = $1, lease_until = $3
            where id in (
                select id from messaging.messages m
                where m.state in ('waiting', 'held', 'sending', 'unsure') and m.due_at <= $2 and (m.lease_until is null or m.lease_until < $2)
                  and m.waits_for_id is null
                  and not exists (
                    select from messaging.stops s where s.lifted_at is null and (s.kind = 'everything' or s.template = m.template
                      or s.person_id = m.person_id or s.person_id = m.about_person_id))
                order by m.priority, m.due_at limit $4 for update skip locked)
            returning id
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = claim });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now + Lease });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });
        List<Guid> ids = [];
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            ids.Add(reader.GetGuid(0));
        }

        return new Claimed(claim, ids);
    }

    /// <summary>What else waits for this recipient and channel and may stand in the same message: claimed with it.</summary>
    public async Task<IReadOnlyList<Guid>> ClaimToBundleAsync(Claimed claimed, Message carrier, TimeSpan ahead, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var command = Source.CreateCommand(
            """
            update messaging.messages set claim = $1, lease_until = $3
            where id in (
                select m.id from messaging.messages m join messaging.templates t on t.name = m.template and t.bundles
                where m.recipient_key = $4 and m.channel = $5 and m.state = 'waiting' and m.due_at <= $6 and m.id <> $7 and m.waits_for_id is null
                  and (m.lease_until is null or m.lease_until < $2)
                order by m.due_at limit 20 for update of m skip locked)
            returning id
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = claimed.Claim });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now + Lease });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = carrier.RecipientKey });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = ReasonWords.Snake(carrier.Channel) });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now + ahead });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = carrier.Id });
        List<Guid> ids = [];
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            ids.Add(reader.GetGuid(0));
        }

        claimed.Ids.AddRange(ids);
        return ids;
    }

    /// <summary>
    /// The last moment before a provider is asked: from here on a crash means "perhaps". Renews the claim, and looks at the kill switches once more.
    /// </summary>
    /// <returns>False when the message is not ours any more, or was stopped.</returns>
    /// <param name="step">What is known already, so that a receipt which comes first finds it written.</param>
    public async Task<bool> BeginAsync(Guid claim, Step step, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var command = Source.CreateCommand(
            """
            update messaging.messages m set state = 'sending', lease_until = $4, provider = $5, version_id = $6, segments = $7, contact_point_id = coalesce($8, m.contact_point_id),
              exemption = $9
            where m.id = $2 and m.claim = $1 and m.lease_until > $3 and m.state in ('waiting', 'held')
              and not exists (
                select from messaging.stops s where s.lifted_at is null and (s.kind = 'everything' or s.template = m.template
                  or s.person_id = m.person_id or s.person_id = m.about_person_id))
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = claim });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = step.Id });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now + Lease });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)step.Provider ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)step.VersionId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = step.Segments });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)step.ContactPointId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new NpgsqlParameter { Value = step.Exemption is { } exempt ? ReasonWords.Snake(exempt) : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    /// <summary>Gives back what was claimed and not begun. By id: the claims of all messages that there ever were are in no index.</summary>
    public async Task ReleaseAsync(Claimed claimed, CancellationToken cancellationToken)
    {
        await using var command = Source.CreateCommand(
            "update messaging.messages set claim = null, lease_until = null where id = any($2) and claim = $1 and state in ('waiting', 'held')");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = claimed.Claim });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. claimed.Ids] });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// Writes what became of claimed messages, on the context's connection and so in its transaction, and gives them back. A message that a receipt
    /// has moved on in the meantime, or that another host has taken over, stays as it is.
    /// </summary>
    /// <returns>Those that were written.</returns>
    public async Task<IReadOnlySet<Guid>> WriteAsync(MessagingDbContext context, Guid claim, IReadOnlyList<Step> steps, CancellationToken cancellationToken)
    {
        if (steps.Count == 0)
        {
            return new HashSet<Guid>();
        }

        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = ((NpgsqlConnection)context.Database.GetDbConnection()).CreateCommand();
            command.CommandText = Statement;
            Bind(command, claim, steps);
            HashSet<Guid> written = [];
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                written.Add(reader.GetGuid(0));
            }

            return written;
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    private const string Statement =
        """
        update messaging.messages m set
          state = u.state, reason = u.reason, due_at = coalesce(u.due, m.due_at), claim = null, lease_until = null,
          exemption = coalesce(u.exemption, m.exemption), version_id = coalesce(u.version, m.version_id),
          contact_point_id = coalesce(u.point, m.contact_point_id), provider = coalesce(u.provider, m.provider),
          provider_id = coalesce(u.provider_id, m.provider_id), segments = greatest(u.segments, m.segments),
          tries = m.tries + u.try, faults = m.faults + u.fault, match_code = coalesce(u.match_code, m.match_code),
          bundled_into_id = coalesce(u.carrier, m.bundled_into_id),
          sent_at = case when u.state in ('sent', 'sunk', 'to_print', 'to_do') then $2 else m.sent_at end,
          slot_at = case when u.state in ('failed', 'expired') then null else m.slot_at end,
          settled_at = case when u.state in ('failed', 'expired', 'sunk', 'delivered', 'posted', 'bundled', 'cancelled') then $2 else m.settled_at end
        from unnest($3::uuid[], $4::text[], $5::text[], $6::timestamptz[], $7::text[], $8::uuid[], $9::uuid[], $10::text[], $11::text[], $12::int[], $13::int[], $14::int[], $15::text[], $16::uuid[])
          as u(id, state, reason, due, exemption, version, point, provider, provider_id, segments, try, fault, match_code, carrier)
        where m.id = u.id and m.claim = $1 and m.state in ('waiting', 'held', 'sending', 'unsure')
        returning m.id
        """;

    private void Bind(NpgsqlCommand command, Guid claim, IReadOnlyList<Step> steps)
    {
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = claim });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() });
        command.Parameters.Add(Column(steps, NpgsqlDbType.Uuid, step => step.Id));
        command.Parameters.Add(Column(steps, NpgsqlDbType.Text, step => ReasonWords.Snake(step.To)));
        command.Parameters.Add(Column(steps, NpgsqlDbType.Text, step => step.Reason));
        command.Parameters.Add(Column(steps, NpgsqlDbType.TimestampTz, step => step.DueAt));
        command.Parameters.Add(Column(steps, NpgsqlDbType.Text, step => step.Exemption is { } exempt ? ReasonWords.Snake(exempt) : null));
        command.Parameters.Add(Column(steps, NpgsqlDbType.Uuid, step => step.VersionId));
        command.Parameters.Add(Column(steps, NpgsqlDbType.Uuid, step => step.ContactPointId));
        command.Parameters.Add(Column(steps, NpgsqlDbType.Text, step => step.Provider));
        command.Parameters.Add(Column(steps, NpgsqlDbType.Text, step => step.ProviderId));
        command.Parameters.Add(Column(steps, NpgsqlDbType.Integer, step => step.Segments));
        command.Parameters.Add(Column(steps, NpgsqlDbType.Integer, step => step.CountsAsTry ? 1 : 0));
        command.Parameters.Add(Column(steps, NpgsqlDbType.Integer, step => step.CountsAsFault ? 1 : 0));
        command.Parameters.Add(Column(steps, NpgsqlDbType.Text, step => step.MatchCode));
        command.Parameters.Add(Column(steps, NpgsqlDbType.Uuid, step => step.BundledIntoId));
    }

    private static NpgsqlParameter Column<T>(IReadOnlyList<Step> steps, NpgsqlDbType type, Func<Step, T> of) =>
        new() { Value = steps.Select(of).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };
}
