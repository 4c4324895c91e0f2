using FluentValidation;
using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Search.Data;
using Medway.LocalOffer.Search.Domain;

namespace Medway.LocalOffer.Search.Features.FindHelp;

/// <summary>Looks for help by words, place and choices, down the ladder until something is found.</summary>
/// <param name="Sort">Null: the nearest first when there is a place, else the best fit.</param>
internal sealed record FindServices(string? Words, NearPlace? Near, SearchChoices Choices, int Page, SortBy? Sort = null) : IQuery<FoundServices>
{
    public const int LastPage = 500;

    public Permission Permission => Permission.ReadPublished;
}

/// <summary>The answer to a search.</summary>
/// <param name="Rung">Says which words the page may use.</param>
/// <param name="Searched">What was searched for, when the spelling was put right.</param>
/// <param name="Counts">Counted over all matches, not only this page.</param>
/// <param name="MoreThan">Set when more matched than were ranked: counts then read "more than".</param>
internal sealed record FoundServices(
    Rung Rung, string? Searched, IReadOnlyList<FoundService> Cards, FacetCount Counts, int? MoreThan, int Page, int Pages)
{
    public SortBy Sort { get; init; }

    /// <summary>When nothing fits: which group of choices to take off, the one that brings least first.</summary>
    public IReadOnlyList<LooserSearch> Loosened { get; init; } = [];

    /// <summary>When nothing fits: the closest that there is.</summary>
    public Closest? Closest { get; init; }
}

/// <param name="Without">The choice that was taken off; null when all were, and the words too when those find nothing.</param>
/// <param name="Total">How many there are so.</param>
internal sealed record Closest(LooserSearch? Without, bool WithWords, int Total, IReadOnlyList<FoundService> Cards);

internal sealed class FindServicesValidator : AbstractValidator<FindServices>
{
    public FindServicesValidator()
    {
        RuleFor(search => search.Page).InclusiveBetween(1, FindServices.LastPage);
        RuleFor(search => search.Choices.Age).InclusiveBetween((short)0, (short)25);
    }
}

internal sealed class FindServicesHandler(SearchKnowledge knowledge, SearchReader reader, SearchLadder ladder)
    : IRequestHandler<FindServices, Outcome<FoundServices>>
{
    /// <summary>Cards of the closest that there is.</summary>
    private const int Few = 3;

    public async Task<Outcome<FoundServices>> Handle(FindServices search, CancellationToken cancellationToken)
    {
        var known = await knowledge.LoadAsync(cancellationToken);
        var text = QueryText.Read(search.Words, known.Lexicon);
        var query = new SearchQuery(text, search.Choices, search.Near, search.Sort, known.BetsFor(text.Normalised), search.Page);
        var climbed = await ladder.ClimbAsync(query, known.Lexicon, cancellationToken);
        var found = Found(query, climbed);
        return found.Counts.Total > 0 ? found : await ClosestAsync(found, query, climbed, known.Lexicon, cancellationToken);
    }

    private FoundServices Found(SearchQuery query, Climbed climbed)
    {
        var counts = new FacetCount(climbed.Rows.Matches, query.Choices);
        var pages = Math.Clamp((counts.Total + SearchReader.PageSize - 1) / SearchReader.PageSize, 1, FindServices.LastPage);
        var moreThan = climbed.Rows.Matches.Length > reader.MostRanked ? reader.MostRanked : (int?)null;
        return new FoundServices(climbed.Rung, climbed.Searched, climbed.Rows.Page, counts, moreThan, query.Page, pages)
        {
            Sort = query.SortOf(climbed.Rung == Rung.SomeWords ? MatchWay.AnyTerm : MatchWay.AllTerms),
        };
    }

    /// <summary>Takes the narrowest choice off, then all of them, then the words: something close is always there.</summary>
    private async Task<FoundServices> ClosestAsync(
        FoundServices found, SearchQuery query, Climbed climbed, Lexicon lexicon, CancellationToken cancellationToken)
    {
        var choices = query.Choices;

        // The age is the one choice that PostgreSQL applies before we count, so ask again without it.
        var ofAnyAge = choices.Age is null ? climbed : await ladder.ClimbAsync(query with { Choices = choices.WithAge(null) }, lexicon, cancellationToken);
        var looser = Looser(choices, climbed.Rows.Matches, ofAnyAge.Rows.Matches);
        var first = looser.Count > 0 ? looser[0] : null;
        var without = first is null ? SearchChoices.None : Without(choices, first);
        var withWords = ofAnyAge.Rung is not (Rung.Nothing or Rung.Everything);
        if (first is null && !withWords && query.Near is null)
        {
            return found;
        }

        var close = await ladder.ClimbAsync(
            query with { Choices = without, Page = 1, Text = withWords ? query.Text : QueryText.Read("", lexicon) }, lexicon, cancellationToken);
        return found with
        {
            Loosened = looser,
            Closest = new Closest(first, withWords, new FacetCount(close.Rows.Matches, without).Total, [.. close.Rows.Page.Take(Few)]),
        };
    }

    private static List<LooserSearch> Looser(SearchChoices choices, long[] matches, long[] ofAnyAge)
    {
        var ways = choices.Chosen.Select(group => new LooserSearch(group, new FacetCount(matches, choices.With(group, 0)).Total));
        if (choices.Age is not null)
        {
            ways = ways.Append(new LooserSearch(null, new FacetCount(ofAnyAge, choices.WithAge(null)).Total));
        }

        return [.. ways.Where(way => way.Total > 0).OrderBy(way => way.Total)];
    }

    private static SearchChoices Without(SearchChoices choices, LooserSearch way) =>
        way.Group is { } group ? choices.With(group, 0) : choices.WithAge(null);
}
