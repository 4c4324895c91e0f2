using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Search.Data;
using Medway.LocalOffer.Search.Domain;
using Medway.LocalOffer.Search.Features.Counting;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Search.Features.Staff.ReadSearches;

/// <summary>What families searched for in the last weeks: what found nothing, what nobody opened, what is missing where.</summary>
internal sealed record ReadSearches : IQuery<Searches>
{
    public const int Days = 92;

    /// <summary>What was asked less often may be one family.</summary>
    public const int Least = 5;

    public Permission Permission => SearchPermissions.ReadReports;
}

/// <param name="Often">The most frequent searches.</param>
/// <param name="Nothing">Searches that find nothing.</param>
/// <param name="Unopened">Searches that find something, of which hardly anything is opened.</param>
/// <param name="Hidden">How many different searches are left out because they were asked too seldom.</param>
internal sealed record Searches(
    DateOnly From, IReadOnlyList<SearchRow> Often, IReadOnlyList<SearchRow> Nothing, IReadOnlyList<SearchRow> Unopened, IReadOnlyList<GapRow> Gaps,
    IReadOnlyList<WishRow> Wishes, int Hidden);

internal sealed record SearchRow(string Words, int Asked, int Opened, int Found);

/// <param name="Choice">In words.</param>
/// <param name="Nothing">How often nothing fitted; null when too few to show.</param>
/// <param name="Far">How often everything was far; null when too few to show.</param>
internal sealed record GapRow(string Area, string Choice, int Asked, int? Nothing, int? Far);

internal sealed record WishRow(DateOnly Day, string Area, string Text);

internal sealed class ReadSearchesHandler(SearchDbContext context, SearchTally tally, TimeProvider clock) : IRequestHandler<ReadSearches, Outcome<Searches>>
{
    private const int MostRows = 50;

    /// <summary>Below this share of openings a search leads nowhere.</summary>
    private const double LowShare = 0.1;

    public async Task<Outcome<Searches>> Handle(ReadSearches request, CancellationToken cancellationToken)
    {
        // What this host still holds in memory belongs in the picture.
        await tally.AddUpAsync(cancellationToken);
        var from = clock.Today().AddDays(-ReadSearches.Days);
        var all = await context.AskedWords.AsNoTracking().Where(asked => asked.Day >= from)
            .GroupBy(asked => asked.Words)
            .Select(same => new SearchRow(same.Key, same.Sum(asked => asked.Asked), same.Sum(asked => asked.Opened), same.OrderByDescending(asked => asked.Id).First().Found))
            .ToListAsync(cancellationToken);
        var enough = all.Where(row => row.Asked >= ReadSearches.Least).OrderByDescending(row => row.Asked).ThenBy(row => row.Words, StringComparer.Ordinal).ToList();
        return new Searches(
            from,
            [.. enough.Take(MostRows)],
            [.. enough.Where(row => row.Found == 0).Take(MostRows)],
            [.. enough.Where(row => row.Found > 0 && row.Asked >= 2 * ReadSearches.Least && row.Opened < LowShare * row.Asked).Take(MostRows)],
            await GapsAsync(from, cancellationToken),
            await context.Wishes.AsNoTracking().OrderByDescending(wish => wish.Id).Take(MostRows).Select(wish => new WishRow(wish.Day, wish.Area, wish.Text)).ToListAsync(cancellationToken),
            all.Count - enough.Count);
    }

    private async Task<List<GapRow>> GapsAsync(DateOnly from, CancellationToken cancellationToken)
    {
        var rows = await context.AskedPlaces.AsNoTracking().Where(asked => asked.Day >= from)
            .GroupBy(asked => new { asked.Area, asked.Choice })
            .Select(same => new { same.Key.Area, same.Key.Choice, Asked = same.Sum(asked => asked.Asked), Nothing = same.Sum(asked => asked.Nothing), Far = same.Sum(asked => asked.Far) })
            .Where(row => row.Asked >= ReadSearches.Least)
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderByDescending(row => row.Nothing + row.Far).ThenBy(row => row.Area).ThenBy(row => row.Choice).Take(MostRows)
                .Select(row => new GapRow(row.Area, WordsOf(row.Choice), row.Asked, Shown(row.Nothing), Shown(row.Far))),
        ];
    }

    /// <summary>None is no secret; a few may be one family.</summary>
    private static int? Shown(int count) => count is 0 or >= ReadSearches.Least ? count : null;

    private static string WordsOf(string choice) => choice.Length == 0
        ? "Any help"
        : new[] { ChoiceGroups.Kind, ChoiceGroups.Need }.SelectMany(group => group.Known).FirstOrDefault(facet => facet.Value == choice)?.Words ?? choice;
}
