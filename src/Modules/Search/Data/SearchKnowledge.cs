using Medway.LocalOffer.Search.Domain;

namespace Medway.LocalOffer.Search.Data;

/// <summary>
/// Synonyms and places, held in memory because every query reads them and staff change them rarely. Read on first use and again after a
/// notice that they changed.
/// </summary>
internal sealed class SearchKnowledge(SearchDatabase database) : IDisposable
{
    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile Known? known;
    private long generation;

    public Lexicon Lexicon => known?.Lexicon ?? Lexicon.Empty;

    public Gazetteer Gazetteer => known?.Gazetteer ?? Gazetteer.Empty;

    /// <summary>How many things can be found.</summary>
    public int Entries => known?.Entries ?? 0;

    /// <summary>Grows whenever anything that a search reads may have changed: what was made under an older number is out of date.</summary>
    public long Generation => Interlocked.Read(ref generation);

    public ValueTask<Known> LoadAsync(CancellationToken cancellationToken) =>
        known is { } read ? new ValueTask<Known>(read) : new ValueTask<Known>(ReadAsync(cancellationToken));

    public void Forget()
    {
        Interlocked.Increment(ref generation);
        known = null;
    }

    private async Task<Known> ReadAsync(CancellationToken cancellationToken)
    {
        await loading.WaitAsync(cancellationToken);
        try
        {
            if (known is { } read)
            {
                return read;
            }

            // Changed while we read: what we hold then is for this caller only.
            var before = Generation;

            var synonyms = await RowsAsync(
                "select term, means, only_alone from search.synonyms",
                row => new KnownTerm(row.GetString(0), row.GetFieldValue<string[]>(1), row.GetBoolean(2)),
                cancellationToken);
            var soundAlikes = await RowsAsync(
                "select typed, meant from search.sound_alikes", row => (row.GetString(0), row.GetString(1)), cancellationToken);
            var places = await RowsAsync(
                "select name, aliases, latitude, longitude from search.places",
                row => (row.GetString(0), row.GetFieldValue<string[]>(1), row.GetDouble(2), row.GetDouble(3)),
                cancellationToken);
            var entries = await RowsAsync("select count(*)::int from search.rows", row => row.GetInt32(0), cancellationToken);
            var bets = await RowsAsync(
                "select words, entry_id from search.best_bets order by words, position", row => (row.GetString(0), row.GetGuid(1)), cancellationToken);
            var now = new Known(new Lexicon(synonyms, soundAlikes), new Gazetteer(places), new BestBets(bets), entries[0]);
            if (before == Generation)
            {
                known = now;
            }

            return now;
        }
        finally
        {
            loading.Release();
        }
    }

    private async Task<List<T>> RowsAsync<T>(string sql, Func<Npgsql.NpgsqlDataReader, T> row, CancellationToken cancellationToken)
    {
        List<T> rows = [];
        await using var command = database.Command(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    public void Dispose() => loading.Dispose();
}

/// <summary>What a host remembers at one moment.</summary>
/// <param name="Entries">How many things can be found.</param>
internal sealed record Known(Lexicon Lexicon, Gazetteer Gazetteer, BestBets Bets, int Entries)
{
    public IReadOnlyList<Guid> BetsFor(string normalised) => Bets.For(normalised);
}
