using System.Collections.Concurrent;
using System.Globalization;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Search.Domain;

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
/// <param name="TitlesFirst">For a directory larger than the cap: so that what the cap leaves out has the words in its text only.</param>
/// <param name="HasBets">Staff have said what must come first for these words.</param>
/// <param name="IsNarrowed">An age or a choice: without one, nothing is asked of a match (a seventh of the statement's time).</param>
/// <param name="HasOtherWords">Synonyms or small words stand beside what must match; else a step for words as typed changes no order.</param>
internal readonly record struct SearchShape(
    MatchWay Way, bool Near, SortBy Sort, bool TitlesFirst, bool HasBets, bool IsNarrowed, bool HasOtherWords);

/// <summary>
/// The shape that won (docs/performance.md): match by GIN, rank on a small vector, send facets as numbers, fetch the cards last by their
/// ids. One statement; its first row says which cards in which order, the others are the cards in any order. No text of a parameter ever becomes SQL: only these fixed pieces do.
/// </summary>
/// <param name="mostRanked">Matches beyond this are not ranked.</param>
internal sealed class SearchSql(int mostRanked)
{
    /// <summary>Ten cards fill a phone several times over; more would be bytes and work for what few scroll to.</summary>
    public const int PageSize = 10;

    /// <summary>Help that needs no journey stands among the places this many miles away, so that it neither leads nor is lost.</summary>
    public const double MilesOfEverywhere = 3;

    /// <summary>A place that nobody has told us comes after all others.</summary>
    private const int MilesUnknown = 9_999;

    /// <summary>Above everything that words alone can score.</summary>
    private const int BetScore = 1_000;

    // $1 match  $2 words and their synonyms  $3 title key  $4 terms  $5 age  $6 from (point)  $7 offset  $8 words as typed  $9 every term
    // $10 today  $11 best bets (ids)  $12 what says "no" to the access chosen  from $13 on: one number for each group of choices, when the search is narrowed
    private const int FirstGroup = 13;

    private const string Ages = "($5::smallint is null or ((r.age_from is null or r.age_from <= $5) and (r.age_to is null or r.age_to >= $5)))";

    /// <summary>The words of the title; there is an index over it.</summary>
    private const string Titles = "ts_filter(r.head, '{a}')";

    private static readonly string Fits = string.Join("\n      and ", ChoiceGroups.All.Select(group =>
        $"({Chosen(group)} = 0 or facets & {Chosen(group)} <> 0{(Untold(group) is { } untold ? $" or (facets & {Facets.Page} = 0 and {untold})" : "")})"));

    /// <summary>Asked of rows that fit: whoever lacks the bit was let through because nobody has told us.</summary>
    private static readonly string MayFit =
        $"(facets & {Facets.Page} = 0 and (($5::smallint is not null and facets & {SearchChoices.AgeNotKnown} <> 0)"
        + string.Concat(ChoiceGroups.All.Where(group => group.Untold != Domain.Untold.Never).Select(group => $" or ({Chosen(group)} <> 0 and facets & {Chosen(group)} = 0)"))
        + "))";

    private readonly ConcurrentDictionary<SearchShape, string> statements = new();

    public string For(SearchShape shape) => statements.GetOrAdd(shape, Build);

    private static string Chosen(ChoiceGroup group) => string.Create(CultureInfo.InvariantCulture, $"${FirstGroup + group.Index}::bigint");

    private static string? Untold(ChoiceGroup group) => group.Untold switch
    {
        Domain.Untold.WithoutAnyBit => $"facets & {group.All} = 0",
        Domain.Untold.WithoutTheBit when group == ChoiceGroups.Access => "facets & $12::bigint <> $12",
        Domain.Untold.WithoutTheBit => "true",
        _ => null,
    };

    private string Build(SearchShape shape)
    {
        var near = shape.Near;
        var miles = near
            ? "case when cardinality(r.places) = 1 then r.places[1] <-> $6 else (select min(place <-> $6) from unnest(r.places) place) end"
            : "null::float8";
        var next = shape.Sort == SortBy.Soonest ? "(select min(day) from unnest(r.next_dates) day where day >= $10)" : "null::date";

        // A way passes over the parameters it has no use for: each arrives with its type.
        var source = shape.Way switch
        {
            MatchWay.Browse => "search.rows r",
            MatchWay.AllTerms => "search.rows r, to_tsquery('search.local_offer', $1) q, to_tsquery('search.local_offer', $2) wide"
                + (shape.HasOtherWords ? ", to_tsquery('search.local_offer', $8) typed" : ""),
            _ => "search.rows r, to_tsquery('search.local_offer', $1) q, to_tsquery('search.local_offer', $8) typed, "
                + "to_tsquery('search.local_offer', $9) every",
        };

        // The exact title leads; a full match leads a partial one; then the rank of the words, with a step for what was typed.
        var (score, match) = shape.Way switch
        {
            MatchWay.Browse => ("0::real", $"(r.facets & {Facets.Page} = 0{(shape.IsNarrowed ? $" or {Chosen(ChoiceGroups.Kind)} & {Facets.Page} <> 0" : "")})"),
            MatchWay.AllTerms => (
                "ts_rank(r.head, wide, 1) + case when r.title_key = hashtext($3) then 10"
                + $"{(shape.HasOtherWords ? " when r.head @@ typed then 0.3 when r.doc @@ typed then 0.15" : "")} else 0 end",
                "r.doc @@ q"),
            _ => (
                "(select sum(t.weight * case when r.head @@ t.q then 2 else 1 end) from term t where r.doc @@ t.q) + ts_rank(r.head, typed, 1)"
                + " + case when r.doc @@ every then 100 else 0 end",
                "r.doc @@ q"),
        };
        var terms = shape.Way == MatchWay.AnyTerm
            ? """
              term as materialized (
                select q, 1 / ln(2 + (select count(*) from search.rows r where r.doc @@ q)) * case when text like '%|%' then 2 else 1 end as weight
                from unnest($4::text[]) text, to_tsquery('search.local_offer', text) q),
              """
            : "";

        return $"""
            with {terms} m as materialized ({Matched(shape, source, miles, next, score, match)}),
            top as materialized (
              select id, miles, score, sort_key, facets, next_on, {(shape.IsNarrowed ? MayFit : "false")} as may
              from m
              where {(shape.IsNarrowed ? Fits : "true")}
              order by may, {Order(shape)}, sort_key, id
              limit {PageSize} offset $7)
            select (select string_agg(int8send(facets), '') from m) as matches, ids, miles, facets,
                   null::uuid as id, null as source, null as url, null as title, null as summary, null as who, null as "where", null as "when", null::date as next_on,
                   null as cost, null as how_to_start, null as phone, null as sureness, null::date as checked_on
            from (select array_agg(id) as ids, array_agg(miles) as miles, array_agg(facets) as facets from top) page
            union all
            select null, null, null, null, e.id, e.source, e.url, e.title, e.summary, e.who, e."where", e."when",
                   (select min(day) from unnest(e.next_dates) day where day >= $10), e.cost, e.how_to_start, e.phone, e.sureness, e.checked_on
            from search.entries e
            where e.id = any(array(select id from top))
            """;
    }

    private string Matched(SearchShape shape, string source, string miles, string next, string score, string match)
    {
        string Branch(string points, string condition) =>
            $"select r.id, r.facets, r.sort_key, {miles} as miles, {next} as next_on, {points} as score from {source} where {condition}{(shape.IsNarrowed ? $" and {Ages}" : "")} limit {mostRanked + 1}";

        List<string> branches = shape.TitlesFirst && shape.Way != MatchWay.Browse
            ? [Branch(score, $"{Titles} @@ q and {NoBet(shape)}"), Branch(score, $"{match} and not {Titles} @@ q and {NoBet(shape)}")]
            : [Branch(score, $"{match} and {NoBet(shape)}")];
        if (shape.HasBets)
        {
            branches.Insert(0, Branch($"{BetScore} - array_position($11::uuid[], r.id)", "r.id = any($11::uuid[])"));
        }

        return branches.Count == 1 ? branches[0] : $"{string.Join(" union all ", branches.Select(branch => $"({branch})"))} limit {mostRanked + 1}";
    }

    private static string NoBet(SearchShape shape) => shape.HasBets ? "r.id <> all($11::uuid[])" : "true";

    private static string Order(SearchShape shape) => shape.Sort switch
    {
        SortBy.Nearest when shape.Near =>
            $"score < 10, case when facets & {Facets.Everywhere | Facets.Page} <> 0 then least(coalesce(miles, {MilesOfEverywhere}), {MilesOfEverywhere}) else coalesce(miles, {MilesUnknown}) end, score desc",
        SortBy.Soonest => "coalesce(next_on, 'infinity'), score desc",
        _ => $"score desc{(shape.Near ? ", miles" : "")}",
    };
}
