using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Listings.Domain;

/// <summary>Where a service stands on the ladder from "confirmed" to "hidden".</summary>
internal enum CheckState
{
    /// <summary>Confirmed, and the next check is not due yet.</summary>
    InDate,

    /// <summary>Not confirmed yet, and the first check is not due yet.</summary>
    FirstCheckToCome,

    /// <summary>Due: whoever runs it is being asked.</summary>
    Due,

    /// <summary>Six weeks late: the page says that it is not confirmed.</summary>
    NotConfirmed,

    /// <summary>Six months late: searches leave it out.</summary>
    Hidden,
}

/// <summary>
/// How long a check is good for and what follows when it is late (all dates in London): asked on the day it is due, 14 and 28 days after;
/// "not confirmed" after six weeks; out of searches after six months.
/// </summary>
internal static class Freshness
{
    public const short UsualMonths = 6;

    /// <summary>For what changes sooner: events and clinics.</summary>
    public const short ShortMonths = 3;

    private const int DaysToNotConfirmed = 42;
    private const int MonthsToHidden = 6;

    /// <summary>Days after it fell due on which whoever runs it is asked, and asked again.</summary>
    public static readonly IReadOnlyList<int> AskAfterDays = [0, 14, 28];

    /// <param name="checkedOn">Null until somebody has confirmed it: then it counts from the day it was loaded.</param>
    public static DateOnly DueOn(DateOnly loadedOn, DateOnly? checkedOn, int months) => (checkedOn ?? loadedOn).AddMonths(months);

    public static DateOnly NotConfirmedOn(DateOnly due) => due.AddDays(DaysToNotConfirmed);

    public static DateOnly HiddenOn(DateOnly due) => due.AddMonths(MonthsToHidden);

    public static CheckState StateOn(DateOnly today, DateOnly loadedOn, DateOnly? checkedOn, int months)
    {
        var due = DueOn(loadedOn, checkedOn, months);
        return today >= HiddenOn(due) ? CheckState.Hidden
            : today >= NotConfirmedOn(due) ? CheckState.NotConfirmed
            : today >= due ? CheckState.Due
            : checkedOn is null ? CheckState.FirstCheckToCome : CheckState.InDate;
    }

    /// <summary>What the page says: a check that is due but not six weeks late still counts.</summary>
    public static Sureness SurenessOn(DateOnly today, Verification verified, DateOnly loadedOn, DateOnly? checkedOn, int months) => checkedOn is null
        ? verified == Verification.Page ? Sureness.FromPublicPage : Sureness.NotChecked
        : StateOn(today, loadedOn, checkedOn, months) >= CheckState.NotConfirmed ? Sureness.CheckDue : Sureness.Checked;

    /// <summary>How many times whoever runs it should have been asked by this day.</summary>
    public static int TimesToAsk(DateOnly today, DateOnly due) => AskAfterDays.Count(days => today >= due.AddDays(days));
}
