using Medway.LocalOffer.Search.Domain;

namespace Medway.LocalOffer.Search.Data;

/// <summary>
/// Titles and words in memory, read when the first person types and again after something changed. Of a very large directory only the best
/// titles are held.
/// </summary>
internal sealed class SuggestionSource(SearchDatabase database, SearchKnowledge knowledge) : IDisposable
{
    private const int MostTitles = 20_000;

    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile Held held = new(Suggestions.Empty, [], -1);

    public async ValueTask<Suggestions> LoadAsync(CancellationToken cancellationToken) => (await HeldAsync(cancellationToken)).Suggestions;

    /// <summary>Words that stand in an entry.</summary>
    public async ValueTask<IReadOnlySet<string>> WordsAsync(CancellationToken cancellationToken) => (await HeldAsync(cancellationToken)).Words;

    public void Dispose() => loading.Dispose();

    private async ValueTask<Held> HeldAsync(CancellationToken cancellationToken)
    {
        if (held is { } fresh && fresh.Generation == knowledge.Generation)
        {
            return fresh;
        }

        await loading.WaitAsync(cancellationToken);
        try
        {
            var generation = knowledge.Generation;
            if (held.Generation == generation)
            {
                return held;
            }

            var known = await knowledge.LoadAsync(cancellationToken);
            var titles = await ColumnAsync(
                $"select e.title from search.rows r join search.entries e using (id) order by r.sort_key, e.title limit {MostTitles}", cancellationToken);
            var words = (await ColumnAsync("select text from search.words", cancellationToken)).ToHashSet(StringComparer.Ordinal);
            return held = new(new Suggestions(titles, known.Lexicon.Offered(words)), words, generation);
        }
        finally
        {
            loading.Release();
        }
    }

    private async Task<List<string>> ColumnAsync(string sql, CancellationToken cancellationToken)
    {
        List<string> rows = [];
        await using var command = database.Command(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    private sealed record Held(Suggestions Suggestions, HashSet<string> Words, long Generation);
}
