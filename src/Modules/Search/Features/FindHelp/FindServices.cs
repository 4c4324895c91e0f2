using FluentValidation;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Search.Data;
using Medway.LocalOffer.Search.Domain;
using MediatR;

namespace Medway.LocalOffer.Search.Features.FindHelp;

/// <summary>Looks for help by words, place and choices, down the ladder until something is found.</summary>
internal sealed record FindServices(string? Words, NearPlace? Near, SearchChoices Choices, int Page) : IQuery<FoundServices>
{
    public const int LastPage = 500;

    public Permission Permission => Permission.ReadPublished;
}

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
/// <param name="Counts">Counted over all matches, not only this page.</param>
/// <param name="Capped">More matched than were ranked: counts then read "more than".</param>
internal sealed record FoundServices(
    Rung Rung, string? Searched, IReadOnlyList<FoundService> Cards, FacetCount Counts, bool Capped, int Page, int Pages);

internal sealed class FindServicesValidator : AbstractValidator<FindServices>
{
    public FindServicesValidator()
    {
        RuleFor(search => search.Page).InclusiveBetween(1, FindServices.LastPage);
        RuleFor(search => search.Choices.Age).InclusiveBetween((short)0, (short)25);
    }
}

internal sealed class FindServicesHandler(SearchKnowledge knowledge, SearchReader reader, Speller speller)
    : IRequestHandler<FindServices, Outcome<FoundServices>>
{
    public async Task<Outcome<FoundServices>> Handle(FindServices search, CancellationToken cancellationToken)
    {
        await knowledge.LoadAsync(cancellationToken);
        var query = QueryText.Read(search.Words, knowledge.Lexicon);
        if (query.IsEmpty)
        {
            return Found(search, Rung.Everything, null, await Read(MatchWay.Browse, query));
        }

        var rows = await Read(MatchWay.AllTerms, query);
        if (rows.Matches.Length > 0)
        {
            return Found(search, Rung.AllWords, null, rows);
        }

        var corrections = await speller.CorrectAsync(query, knowledge.Lexicon, cancellationToken);
        var respelt = corrections.Count > 0 ? query.With(corrections, knowledge.Lexicon) : query;
        if (corrections.Count > 0)
        {
            rows = await Read(MatchWay.AllTerms, respelt);
            if (rows.Matches.Length > 0)
            {
                return Found(search, Rung.Respelt, respelt.Normalised, rows);
            }
        }

        rows = await Read(MatchWay.AnyTerm, respelt);
        return Found(
            search,
            rows.Matches.Length > 0 ? Rung.SomeWords : Rung.Nothing,
            corrections.Count > 0 ? respelt.Normalised : null,
            rows);

        Task<SearchRows> Read(MatchWay way, QueryText text) =>
            reader.ReadAsync(way, text, search.Choices, search.Near, search.Page, cancellationToken);
    }

    private static FoundServices Found(FindServices search, Rung rung, string? searched, SearchRows rows)
    {
        var counts = new FacetCount(rows.Matches, search.Choices);
        var pages = Math.Clamp((counts.Total + SearchSql.PageSize - 1) / SearchSql.PageSize, 1, FindServices.LastPage);
        return new FoundServices(rung, searched, rows.Page, counts, rows.Matches.Length > SearchSql.MostRanked, search.Page, pages);
    }
}
