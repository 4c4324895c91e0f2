using System.Globalization;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Markdown;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Content.Flow;

/// <summary>Plans the reminders of a page's next check: 30 days before, on its day and 14 days after. A page that families cannot read has none.</summary>
internal sealed class CheckReminders(ContentDbContext context, Occurrences occurrences, TimeProvider clock) : IPublished
{
    private static readonly (string Step, int Days)[] Ladder = [("before", -30), ("due", 0), ("late", 14)];

    /// <summary>Has to be checked, and so somebody is reminded of it. A banner ends by itself.</summary>
    public static bool Has(Document document) =>
        document.Kind != DocumentKind.Alert && document.Lifecycle == Lifecycle.Kept && document.Full.LiveRevisionId is not null;

    /// <summary>
    /// Whether this reminder is the one for today: it is about the check that is next, not about one that was made or put off, and a later one
    /// is not due as well.
    /// </summary>
    public bool IsForToday(Document document, string key)
    {
        var today = clock.Today();
        var (step, _) = Ladder.LastOrDefault(step => document.NextCheckOn.AddDays(step.Days) <= today);
        return step is not null && key == Round(document) + step;
    }

    /// <summary>The day of the next check, its owner or how often it is checked has changed; the caller saves.</summary>
    public async Task PlanAnewAsync(Document document, CancellationToken cancellationToken)
    {
        await occurrences.CancelAsync(context, document.Id, RemindOfCheck.Kind, cancellationToken: cancellationToken);
        await PlanAsync(context, document, cancellationToken);
    }

    /// <summary>What is planned, or has happened, stays as it is; what is missing is planned.</summary>
    public Task EnsureAsync(Document document, CancellationToken cancellationToken) => PlanAsync(context, document, cancellationToken);

    public Task OnPublishedAsync(ContentDbContext context, Document document, Variant variant, Revision revision, PageText text, CancellationToken cancellationToken) =>
        PlanAsync(context, document, cancellationToken);

    public Task OnTakenDownAsync(ContentDbContext context, Document document, CancellationToken cancellationToken) =>
        occurrences.CancelAsync(context, document.Id, RemindOfCheck.Kind, cancellationToken: cancellationToken);

    private async Task PlanAsync(ContentDbContext caller, Document document, CancellationToken cancellationToken)
    {
        if (!Has(document))
        {
            return;
        }

        var today = clock.Today();
        foreach (var (step, days) in Ladder)
        {
            var day = document.NextCheckOn.AddDays(days);

            // What is checked each month was checked a moment ago when the first would come.
            if (day >= today && (days >= 0 || document.CheckMonths > 1))
            {
                await occurrences.PlanAsync(caller, RemindOfCheck.Kind, document.Id, Round(document) + step, UkTime.StartOf(day), cancellationToken);
            }
        }
    }

    private static string Round(Document document) => document.NextCheckOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "/";
}
