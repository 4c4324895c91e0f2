using System.Collections.Immutable;
using System.Security.Cryptography;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Notices;
using Npgsql;

namespace Medway.LocalOffer.Platform.Protection;

/// <summary>
/// This host's data keys: read from the database when first needed, remembered, read again when a value names one that is not known, when a
/// notice says so, and every minute before one is used to write. Reads block, because a value converter cannot wait; there are few.
/// </summary>
internal sealed class DataKeys(Databases databases, Func<KeyWrapping> wrapping, TimeProvider clock) : INoticeHandler, IDisposable
{
    /// <summary>The notice that there is a new key.</summary>
    public const string NoticeTag = "keys";

    /// <summary>
    /// A host that missed the notice writes with an old key this long at most. <see cref="ReencryptJob"/> waits much longer than this before
    /// it retires one.
    /// </summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly Lock loading = new();

    /// <summary>No pool: a connection for a moment, and none that could be waited for by somebody who holds one.</summary>
    private readonly Lazy<NpgsqlDataSource> source = new(() => databases.Create(DatabaseLogin.Private, settings => settings.Pooling = false));
    private readonly Lazy<KeyWrapping> wrapping = new(wrapping);
    private volatile Ring ring = Ring.Nothing;

    public string TagPrefix => NoticeTag;

    public Task OnNoticeAsync(string tag, CancellationToken cancellationToken)
    {
        ring = ring with { LoadedAt = DateTimeOffset.MinValue };
        return Task.CompletedTask;
    }

    public Task OnMissedAsync(CancellationToken cancellationToken) => OnNoticeAsync(NoticeTag, cancellationToken);

    /// <summary>The key to write with; made when there is none yet.</summary>
    public Key Current(KeyUse use)
    {
        if (!IsFresh(ring) || ring.Newest(use) is null)
        {
            lock (loading)
            {
                if (!IsFresh(ring) || ring.Newest(use) is null)
                {
                    ring = WithoutTransaction(connection => Load(connection, use));
                }
            }
        }

        return ring.Newest(use)!;
    }

    /// <summary>The key that wrote a value.</summary>
    /// <returns>Null when there is none of that number and use, or it was retired.</returns>
    public Key? Find(KeyUse use, int number)
    {
        if (!ring.Keys.ContainsKey(number))
        {
            lock (loading)
            {
                if (!ring.Keys.ContainsKey(number))
                {
                    ring = WithoutTransaction(connection => Load(connection, null));
                }
            }
        }

        return ring.Keys.GetValueOrDefault(number) is { } key && key.Use == use ? key : null;
    }

    public void Dispose()
    {
        if (source.IsValueCreated)
        {
            source.Value.Dispose();
        }
    }

    private bool IsFresh(Ring known) => clock.GetUtcNow() - known.LoadedAt < Fresh;

    /// <summary>A caller's ambient transaction must not take this connection in: it would be its second.</summary>
    private T WithoutTransaction<T>(Func<NpgsqlConnection, T> work)
    {
        using var apart = OneTransaction.Apart();
        using var connection = source.Value.OpenConnection();
        return work(connection);
    }

    private Ring Load(NpgsqlConnection connection, KeyUse? needed)
    {
        var loaded = Read(connection);
        if (needed is { } use && loaded.Newest(use) is null)
        {
            Create(connection, use);
            loaded = Read(connection);
        }

        return loaded;
    }

    private Ring Read(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("select number, use, wrapped from platform.data_keys where wrapped is not null", connection);
        using var reader = command.ExecuteReader();

        // Keys that were retired since stay known to this host: somebody may hold a row that was read before.
        var keys = ring.Keys.ToBuilder();
        while (reader.Read())
        {
            var number = reader.GetInt32(0);
            if (!keys.ContainsKey(number))
            {
                var use = Enum.Parse<KeyUse>(reader.GetString(1), ignoreCase: true);
                keys.Add(number, new Key(number, use, wrapping.Value.Unwrap(use, number, reader.GetFieldValue<byte[]>(2))));
            }
        }

        return new Ring(keys.ToImmutable(), clock.GetUtcNow());
    }

    /// <summary>Two hosts may come here at once: the second finds the first one's key.</summary>
    private void Create(NpgsqlConnection connection, KeyUse use)
    {
        using var transaction = connection.BeginTransaction();
        using var alone = new NpgsqlCommand("select pg_advisory_xact_lock($1)", connection, transaction);
        alone.Parameters.Add(new NpgsqlParameter<long> { TypedValue = AdvisoryLock.Number("platform.data-keys") });
        alone.ExecuteNonQuery();
        using var insert = new NpgsqlCommand(
            """
            insert into platform.data_keys (use, wrapped, created_at)
            select $1, $2, $3 where not exists (select from platform.data_keys where use = $1 and retired_at is null)
            """,
            connection,
            transaction);
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = use.ToString().ToLowerInvariant() });
        insert.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = wrapping.Value.Wrap(use, RandomNumberGenerator.GetBytes(32)) });
        insert.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() });
        insert.ExecuteNonQuery();
        transaction.Commit();
    }

    internal sealed record Key(int Number, KeyUse Use, byte[] Bytes);

    private sealed record Ring(ImmutableDictionary<int, Key> Keys, DateTimeOffset LoadedAt)
    {
        public static readonly Ring Nothing = new(ImmutableDictionary<int, Key>.Empty, DateTimeOffset.MinValue);

        public Key? Newest(KeyUse use) => Keys.Values.Where(key => key.Use == use).MaxBy(key => key.Number);
    }
}
