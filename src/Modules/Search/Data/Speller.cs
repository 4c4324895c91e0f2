using Medway.LocalOffer.Search.Domain;
using Npgsql;

namespace Medway.LocalOffer.Search.Data;

/// <summary>
/// Suggests another spelling for words that stand in no entry. Trigrams find candidates (0.25: the default 0.3 misses "autsim"), edit
/// distance decides, the commoner word wins a draw. Words under five letters are left alone: too many are near to each other.
/// </summary>
internal sealed class Speller(SearchDatabase database)
{
    private const string Sql = """
        select t.typed, w.text
        from unnest($1::text[]) t(typed)
        cross join lateral (
          select w.text from search.words w
          where w.text % t.typed and length(w.text) >= 4 and levenshtein_less_equal(w.text, t.typed, 2) <= 2
          order by levenshtein_less_equal(w.text, t.typed, 2), (left(w.text, 1) = left(t.typed, 1)) desc, w.entries desc, w.text
          limit 1) w
        where not exists (select from search.words known where known.stem = (ts_lexize('search.english_all', t.typed))[1])
        """;

    public async Task<IReadOnlyDictionary<string, string>> CorrectAsync(QueryText query, Lexicon lexicon, CancellationToken cancellationToken)
    {
        var corrections = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var term in query.Terms.Where(term => !term.IsKnown))
        {
            if (lexicon.SoundsLike(term.Words) is { } meant)
            {
                corrections[term.Words] = meant;
            }
        }

        string[] words =
        [
            .. query.Terms
                .Where(term => !term.IsKnown && term.Words.Length is >= 5 and <= 30 && !corrections.ContainsKey(term.Words))
                .Select(term => term.Words),
        ];
        if (words.Length == 0)
        {
            return corrections;
        }

        await using var command = database.Command(Sql, new NpgsqlParameter<string[]> { TypedValue = words });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var (typed, meant) = (reader.GetString(0), reader.GetString(1));
            if (words.Length == 1 || IsSlip(typed, meant))
            {
                corrections[typed] = meant;
            }
        }

        return corrections;
    }

    /// <summary>
    /// Among other words only a small slip is put right: one letter, or letters in another order. "waiting" is two edits from "writing"
    /// and a word of its own, though no entry holds it.
    /// </summary>
    private static bool IsSlip(string typed, string meant) =>
        Math.Abs(typed.Length - meant.Length) <= 1
        && (typed.Order().SequenceEqual(meant.Order()) || typed.Zip(meant).Count(pair => pair.First != pair.Second) <= 1
            || IsOneLetterMore(typed, meant) || IsOneLetterMore(meant, typed));

    private static bool IsOneLetterMore(string longer, string shorter) =>
        longer.Length == shorter.Length + 1 && Enumerable.Range(0, longer.Length).Any(at => longer.Remove(at, 1) == shorter);
}
