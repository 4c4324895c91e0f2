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

    public Lexicon Lexicon => known?.Lexicon ?? Lexicon.Empty;

    public Gazetteer Gazetteer => known?.Gazetteer ?? Gazetteer.Empty;

    /// <summary>How many things can be found.</summary>
    public int Entries => known?.Entries ?? 0;

    public ValueTask LoadAsync(CancellationToken cancellationToken) =>
        known is null ? new ValueTask(ReadAsync(cancellationToken)) : ValueTask.CompletedTask;

    public void Forget() => known = null;

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await loading.WaitAsync(cancellationToken);
        try
        {
            if (known is not null)
            {
                return;
            }

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
            known = new Known(new Lexicon(synonyms, soundAlikes), new Gazetteer(places), entries[0]);
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

    private sealed record Known(Lexicon Lexicon, Gazetteer Gazetteer, int Entries);
}
