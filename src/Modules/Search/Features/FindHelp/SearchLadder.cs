using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Search.Data;
using Medway.LocalOffer.Search.Domain;

namespace Medway.LocalOffer.Search.Features.FindHelp;

/// <summary>Which rung of the ladder answered.</summary>
internal enum Rung
{
    /// <summary>Nothing typed: everything that fits the choices.</summary>
    Everything,

    /// <summary>All the words.</summary>
    AllWords,

    /// <summary>All the words, once their spelling was put right.</summary>
    Respelt,

    /// <summary>Some of the words.</summary>
    SomeWords,

    Nothing,
}

/// <param name="Searched">What was searched for, when the spelling was put right.</param>
internal sealed record Climbed(Rung Rung, string? Searched, SearchRows Rows);

/// <summary>Down the ladder until something is found: all words, respelt, some words.</summary>
internal sealed class SearchLadder(SearchReader reader, Speller speller)
{
    /// <summary>With fewer that fit all words, those that fit some are listed after them.</summary>
    private const int FewEnough = 5;

    /// <param name="search">Its page is one page of whichever rung answers.</param>
    /// <param name="lexicon">What the words were read with; staff try out another before they save it.</param>
    public async Task<Climbed> ClimbAsync(SearchQuery search, Lexicon lexicon, CancellationToken cancellationToken)
    {
        var text = search.Text;
        if (text.IsEmpty)
        {
            return new(Rung.Everything, null, await ReadAsync(MatchWay.Browse, text));
        }

        var rows = await ReadAsync(MatchWay.AllTerms, text);
        if (rows.Matches.Length > 0)
        {
            // Pages of ours are read beside services, not in their place.
            return rows.Matches.Count(row => (row & Facets.Page) == 0) < FewEnough && text.Needed.Count > 1
                ? new(Rung.SomeWords, null, await ReadAsync(MatchWay.AnyTerm, text))
                : new(Rung.AllWords, null, rows);
        }

        var corrections = await speller.CorrectAsync(text, lexicon, cancellationToken);
        if (corrections.Count > 0)
        {
            text = text.With(corrections, lexicon);
            rows = await ReadAsync(MatchWay.AllTerms, text);
            if (rows.Matches.Length > 0)
            {
                return new(Rung.Respelt, text.Normalised, rows);
            }
        }

        rows = text.Needed.Count > 1 ? await ReadAsync(MatchWay.AnyTerm, text) : rows;
        return new(rows.Matches.Length > 0 ? Rung.SomeWords : Rung.Nothing, null, rows);

        Task<SearchRows> ReadAsync(MatchWay way, QueryText words) => reader.ReadAsync(way, search with { Text = words }, cancellationToken);
    }
}
