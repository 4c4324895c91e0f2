using System.Collections.Concurrent;
using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Search.Data;

/// <summary>How a statement matches; each way is one prepared statement.</summary>
internal enum MatchWay
{
    /// <summary>Nothing typed: everything there is.</summary>
    Browse,

    /// <summary>Every needed term.</summary>
    AllTerms,

    /// <summary>Some of the terms, rare ones counting most.</summary>
    AnyTerm,
}

/// <summary>What makes one statement differ from another; never anything that somebody typed.</summary>
/// <param name="Soonest">The order asks for the next date.</param>
/// <param name="TitlesFirst">For a directory larger than the cap: so that what the cap leaves out has the words in its text only.</param>
/// <param name="HasBets">Staff have said what must come first for these words.</param>
/// <param name="HasAge">Without one, nothing is asked of a match.</param>
/// <param name="WithPages">Pages of ours were asked for by kind; else they are found by words only.</param>
/// <param name="HasOtherWords">Synonyms or small words stand beside what must match; else a step for words as typed changes no order.</param>
internal readonly record struct SearchShape(
    MatchWay Way, bool Near, bool Soonest, bool TitlesFirst, bool HasBets, bool HasAge, bool WithPages, bool HasOtherWords);

/// <summary>
/// The shape that won (docs/performance.md): match by GIN, rank on a small vector, and send what order and counts need of each match as
/// numbers, one string of bytes for each kind. No text of a parameter ever becomes SQL: only these fixed pieces do.
/// </summary>
/// <param name="mostRanked">Matches beyond this are not ranked.</param>
internal sealed class SearchSql(int mostRanked)
{
    /// <summary>The cards of a page, by their ids ($1), in any order. A card's version is its row's: both are written by one transaction.</summary>
    public const string Cards = """
        select r.id, r.xmin, e.source, e.url, e.title, e.summary, e.who, e."where", e."when", e.next_dates, e.cost, e.how_to_start, e.phone, e.sureness, e.checked_on
        from search.entries e join search.rows r using (id)
        where r.id = any($1)
        """;

    /// <summary>Above everything that words alone can score.</summary>
    private const int BetScore = 1_000;

    // $1 match  $2 words and their synonyms  $3 title key  $4 terms  $5 age  $6 from (point)  $7 words as typed  $8 every term  $9 today  $10 best bets (ids)
    private const string Ages = "((r.age_from is null or r.age_from <= $5) and (r.age_to is null or r.age_to >= $5))";

    /// <summary>The words of the title; there is an index over it.</summary>
    private const string Titles = "ts_filter(r.head, '{a}')";

    private readonly ConcurrentDictionary<SearchShape, string> statements = new();

    public string For(SearchShape shape) => statements.GetOrAdd(shape, Build);

    private string Build(SearchShape shape)
    {
        // A way passes over the parameters it has no use for: each arrives with its type.
        var source = shape.Way switch
        {
            MatchWay.Browse => "search.rows r",
            MatchWay.AllTerms => "search.rows r, to_tsquery('search.local_offer', $1) q, to_tsquery('search.local_offer', $2) wide"
                + (shape.HasOtherWords ? ", to_tsquery('search.local_offer', $7) typed" : ""),
            _ => "search.rows r, to_tsquery('search.local_offer', $1) q, to_tsquery('search.local_offer', $7) typed, "
                + "to_tsquery('search.local_offer', $8) every",
        };

        // The exact title leads; a full match leads a partial one; then the rank of the words, with a step for what was typed.
        // Every number is a real: a bare 0.3 is a numeric, which is written out and read again for each match.
        var (score, match) = shape.Way switch
        {
            MatchWay.Browse => ("0::real", shape.WithPages ? "true" : $"r.facets & {Facets.Page} = 0"),
            MatchWay.AllTerms => (
                "ts_rank(r.head, wide, 1) + case when r.title_key = hashtext($3) then 10::real"
                + $"{(shape.HasOtherWords ? " when r.head @@ typed then 0.3::real when r.doc @@ typed then 0.15::real" : "")} else 0::real end",
                "r.doc @@ q"),
            _ => (
                "(select sum(t.weight * case when r.head @@ t.q then 2::real else 1::real end) from term t where r.doc @@ t.q) + ts_rank(r.head, typed, 1)"
                + " + case when r.doc @@ every then 100::real else 0::real end",
                "r.doc @@ q"),
        };
        var terms = shape.Way == MatchWay.AnyTerm
            ? """
              with term as materialized (
                select q, (1 / ln(2 + (select count(*) from search.rows r where r.doc @@ q)) * case when text like '%|%' then 2 else 1 end)::real as weight
                from unnest($4::text[]) text, to_tsquery('search.local_offer', text) q)
              """
            : "";

        return $"""
            {terms}
            select string_agg(sent, ''), string_agg(xidsend(version), ''), string_agg(float4send(score), ''),
                   {(shape.Near ? "string_agg(float8send(coalesce(miles, 'NaN')), '')" : "null::bytea")},
                   {(shape.Soonest ? "string_agg(date_send(coalesce(next_on, 'infinity')), '')" : "null::bytea")}
            from ({Matched(shape, source, score, match)}) m
            """;
    }

    private string Matched(SearchShape shape, string source, string score, string match)
    {
        var miles = !shape.Near ? ""
            : ", case when cardinality(r.places) = 1 then r.places[1] <-> $6 else (select min(place <-> $6) from unnest(r.places) place) end as miles";
        var next = !shape.Soonest ? "" : ", (select min(day) from unnest(r.next_dates) day where day >= $9) as next_on";

        string Branch(string points, string condition) =>
            $"select r.sent, r.xmin as version, ({points})::real as score{miles}{next} from {source} where {condition}{(shape.HasAge ? $" and {Ages}" : "")} limit {mostRanked + 1}";

        List<string> branches = shape.TitlesFirst && shape.Way != MatchWay.Browse
            ? [Branch(score, $"{Titles} @@ q and {NoBet(shape)}"), Branch(score, $"{match} and not {Titles} @@ q and {NoBet(shape)}")]
            : [Branch(score, $"{match} and {NoBet(shape)}")];
        if (shape.HasBets)
        {
            branches.Insert(0, Branch($"{BetScore} - array_position($10::uuid[], r.id)", "r.id = any($10::uuid[])"));
        }

        return branches.Count == 1 ? branches[0] : $"{string.Join(" union all ", branches.Select(branch => $"({branch})"))} limit {mostRanked + 1}";
    }

    private static string NoBet(SearchShape shape) => shape.HasBets ? "r.id <> all($10::uuid[])" : "true";
}
