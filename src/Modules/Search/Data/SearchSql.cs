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

/// <summary>
/// The shape that won (docs/performance.md): match by GIN, rank on a small vector, send facets as numbers, fetch the cards last by their
/// ids. One statement; its first row says which cards in which order, the others are the cards in any order. No text of a parameter ever becomes SQL: only these fixed pieces do.
/// </summary>
internal sealed class SearchSql
{
    /// <summary>Ten cards fill a phone several times over; more would be bytes and work for what few scroll to.</summary>
    public const int PageSize = 10;

    /// <summary>Help that needs no journey stands among the places this many miles away, so that it neither leads nor is lost.</summary>
    public const double MilesOfEverywhere = 3;

    /// <summary>A place that nobody has told us comes after all others.</summary>
    private const int MilesUnknown = 9_999;

    // $1 match  $2 words and their synonyms  $3 title key  $4 terms  $5 age  $6 kinds  $7 needs  $8 costs  $9 from (point)  $10 offset
    // $11 words as typed  $12 every term
    private const string Ages = "($5::smallint is null or ((r.age_from is null or r.age_from <= $5) and (r.age_to is null or r.age_to >= $5)))";

    /// <summary>The words of the title; there is an index over it.</summary>
    private const string Titles = "ts_filter(r.head, '{a}')";

    private readonly Dictionary<(MatchWay Way, bool Near, bool TitlesFirst), string> statements;

    /// <param name="mostRanked">Matches beyond this are not ranked.</param>
    public SearchSql(int mostRanked) =>
        statements = (from way in Enum.GetValues<MatchWay>() from near in new[] { false, true } from first in new[] { false, true } select (way, near, first))
            .ToDictionary(shape => shape, shape => Build(shape.way, shape.near, shape.first, mostRanked));

    /// <param name="titlesFirst">For a directory larger than the cap: so that what the cap leaves out has the words in its text only.</param>
    public string For(MatchWay way, bool near, bool titlesFirst) => statements[(way, near, titlesFirst)];

    private static string Build(MatchWay way, bool near, bool titlesFirst, int mostRanked)
    {
        var miles = near
            ? $"case when cardinality(r.places) = 1 then r.places[1] <-> $9 else (select min(place <-> $9) from unnest(r.places) place) end"
            : "null::float8";

        // A way passes over the parameters it has no use for: each arrives with its type.
        var source = way switch
        {
            MatchWay.Browse => "search.rows r",
            MatchWay.AllTerms => "search.rows r, to_tsquery('search.local_offer', $1) q, to_tsquery('search.local_offer', $2) wide, "
                + "to_tsquery('search.local_offer', $11) typed",
            _ => "search.rows r, to_tsquery('search.local_offer', $1) q, to_tsquery('search.local_offer', $11) typed, "
                + "to_tsquery('search.local_offer', $12) every",
        };
        // The exact title leads; a full match leads a partial one; then the rank of the words, with a step for what was typed.
        var (score, match) = way switch
        {
            MatchWay.Browse => ("0::real", "true"),
            MatchWay.AllTerms => (
                "ts_rank(r.head, wide, 1) + case when r.title_key = hashtext($3) then 10 when r.head @@ typed then 0.3 when r.doc @@ typed then 0.15 else 0 end",
                "r.doc @@ q"),
            _ => (
                "(select sum(t.weight * case when r.head @@ t.q then 2 else 1 end) from term t where r.doc @@ t.q) + ts_rank(r.head, typed, 1)"
                + " + case when r.doc @@ every then 100 else 0 end",
                "r.doc @@ q"),
        };
        var terms = way == MatchWay.AnyTerm
            ? """
              term as materialized (
                select q, 1 / ln(2 + (select count(*) from search.rows r where r.doc @@ q)) * case when text like '%|%' then 2 else 1 end as weight
                from unnest($4::text[]) text, to_tsquery('search.local_offer', text) q),
              """
            : "";
        var order = near && way != MatchWay.AnyTerm
            ? $"may, score < 10, case when facets & {Facets.Everywhere} <> 0 then least(coalesce(miles, {MilesOfEverywhere}), {MilesOfEverywhere}) else coalesce(miles, {MilesUnknown}) end, score desc"
            : $"may, score desc{(near ? ", miles" : "")}";

        var columns = $"select r.id, r.facets, r.sort_key, {miles} as miles, {score} as score from {source} where";
        var matched = titlesFirst && way != MatchWay.Browse
            ? $"""
              ({columns} {Titles} @@ q and {Ages} limit {mostRanked + 1})
              union all
              ({columns} {match} and not {Titles} @@ q and {Ages} limit {mostRanked + 1})
              limit {mostRanked + 1}
              """
            : $"{columns} {match} and {Ages} limit {mostRanked + 1}";

        return $"""
            with {terms} m as materialized ({matched}),
            top as materialized (
              select id, miles, score, sort_key, facets,
                     (($5::smallint is not null and facets & {SearchChoices.AgeNotKnown} <> 0)
                      or ($7::bigint <> 0 and facets & {Facets.AllNeeds} = 0)
                      or ($8::bigint <> 0 and facets & {Facets.AllCosts} = 0)) as may
              from m
              where ($6::bigint = 0 or facets & $6 <> 0)
                and ($7 = 0 or facets & $7 <> 0 or facets & {Facets.AllNeeds} = 0)
                and ($8 = 0 or facets & $8 <> 0 or facets & {Facets.AllCosts} = 0)
              order by {order}, sort_key, id
              limit {PageSize} offset $10)
            select (select array_agg(facets) from m) as matches, ids, miles, may,
                   null::uuid as id, null as url, null as title, null as summary, null as who, null as "where", null as "when", null as cost,
                   null as how_to_start, null as phone, null as sureness, null::date as checked_on
            from (select array_agg(id) as ids, array_agg(miles) as miles, array_agg(may) as may from top) page
            union all
            select null, null, null, null, e.id, e.url, e.title, e.summary, e.who, e."where", e."when", e.cost, e.how_to_start, e.phone, e.sureness, e.checked_on
            from search.entries e
            where e.id = any(array(select id from top))
            """;
    }
}
