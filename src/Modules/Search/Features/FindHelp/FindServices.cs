using FluentValidation;
using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Search.Data;
using Medway.LocalOffer.Search.Domain;

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

/// <summary>The answer to a search.</summary>
/// <param name="Rung">Says which words the page may use.</param>
/// <param name="Searched">What was searched for, when the spelling was put right.</param>
/// <param name="Counts">Counted over all matches, not only this page.</param>
/// <param name="MoreThan">Set when more matched than were ranked: counts then read "more than".</param>
internal sealed record FoundServices(
    Rung Rung, string? Searched, IReadOnlyList<FoundService> Cards, FacetCount Counts, int? MoreThan, int Page, int Pages)
{
    /// <summary>When nothing fits: which group of choices to take off, the one that brings least first.</summary>
    public IReadOnlyList<LooserSearch> Loosened { get; init; } = [];
}

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
    /// <summary>With fewer that fit all words, those that fit some are listed after them.</summary>
    private const int FewEnough = 5;

    public async Task<Outcome<FoundServices>> Handle(FindServices search, CancellationToken cancellationToken)
    {
        await knowledge.LoadAsync(cancellationToken);
        var query = QueryText.Read(search.Words, knowledge.Lexicon);
        var (rung, searched, rows) = await Climb(search, query, cancellationToken);
        if (rung == Rung.Nothing && search.Choices.Age is not null)
        {
            // The age is the one choice that PostgreSQL applies before we count, so ask again without it.
            (rung, searched, rows) = await Climb(search with { Choices = search.Choices with { Age = null } }, query, cancellationToken);
            return Found(search, rung, searched, new SearchRows([], [])) with { Loosened = Looser(search.Choices, rows.Matches) };
        }

        var found = Found(search, rung, searched, rows);
        return found.Counts.Total == 0 ? found with { Loosened = Looser(search.Choices, rows.Matches) } : found;
    }

    /// <summary>Down the ladder: all words, respelt, some words.</summary>
    private async Task<(Rung Rung, string? Searched, SearchRows Rows)> Climb(FindServices search, QueryText query, CancellationToken cancellationToken)
    {
        if (query.IsEmpty)
        {
            return (Rung.Everything, null, await Read(MatchWay.Browse, query));
        }

        var rows = await Read(MatchWay.AllTerms, query);
        if (rows.Matches.Length > 0)
        {
            return rows.Matches.Length < FewEnough && query.Needed.Count > 1
                ? (Rung.SomeWords, null, await Read(MatchWay.AnyTerm, query))
                : (Rung.AllWords, null, rows);
        }

        var corrections = await speller.CorrectAsync(query, knowledge.Lexicon, cancellationToken);
        if (corrections.Count > 0)
        {
            query = query.With(corrections, knowledge.Lexicon);
            rows = await Read(MatchWay.AllTerms, query);
            if (rows.Matches.Length > 0)
            {
                return (Rung.Respelt, query.Normalised, rows);
            }
        }

        rows = query.Needed.Count > 1 ? await Read(MatchWay.AnyTerm, query) : rows;
        return (rows.Matches.Length > 0 ? Rung.SomeWords : Rung.Nothing, null, rows);

        Task<SearchRows> Read(MatchWay way, QueryText text) =>
            reader.ReadAsync(way, text, search.Choices, search.Near, search.Page, cancellationToken);
    }

    private static List<LooserSearch> Looser(SearchChoices choices, long[] matches)
    {
        List<LooserSearch> ways = [];
        Try(ChoiceGroup.Kind, choices.Kind != 0, choices with { Kind = 0 });
        Try(ChoiceGroup.Need, choices.Need != 0, choices with { Need = 0 });
        Try(ChoiceGroup.Cost, choices.Cost != 0, choices with { Cost = 0 });
        Try(ChoiceGroup.Age, choices.Age is not null, choices with { Age = null });
        return [.. ways.OrderBy(way => way.Total)];

        void Try(ChoiceGroup group, bool chosen, SearchChoices looser)
        {
            var total = chosen ? new FacetCount(matches, looser).Total : 0;
            if (total > 0)
            {
                ways.Add(new LooserSearch(group, total));
            }
        }
    }

    private FoundServices Found(FindServices search, Rung rung, string? searched, SearchRows rows)
    {
        var counts = new FacetCount(rows.Matches, search.Choices);
        var pages = Math.Clamp((counts.Total + SearchSql.PageSize - 1) / SearchSql.PageSize, 1, FindServices.LastPage);
        return new FoundServices(rung, searched, rows.Page, counts, rows.Matches.Length > reader.MostRanked ? reader.MostRanked : null, search.Page, pages);
    }
}
