using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Jobs;

/// <summary>
/// Plans that whoever runs a service is asked to check it: on the day it is due, and 14 and 28 days after. Each asking is an occurrence of its own
/// (<see cref="AskForCheck"/>): one that fails holds up no other, and nobody is asked twice however often this runs.
/// </summary>
internal sealed class AskForChecksJob(ListingsDbContext context, Occurrences occurrences, TimeProvider clock) : IJob
{
    /// <summary>A seeded directory falls due on one day: more than this at once would look like a flood to a mail server.</summary>
    private const int MostARun = 200;

    public static string Kind => "listings.checks-ask";

    public async Task RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var late = await context.Services.AsNoTracking()
            .Where(service => service.State == RecordState.Live && service.TimesAsked < Freshness.AskAfterDays.Count)
            .Where(service => service.Email != null || service.Organisation!.Email != null)
            .Where(service => (service.LastCheckedOn ?? service.LoadedOn).AddMonths(service.CheckMonths) <= today)
            .Where(service => service.AskedOn == null || service.AskedOn < today)
            .OrderBy(service => service.Id)
            .Select(service => new { service.Id, service.LoadedOn, service.LastCheckedOn, service.CheckMonths, service.TimesAsked })
            .ToListAsync(cancellationToken);
        using var transaction = OneTransaction.Begin();
        var planned = 0;
        foreach (var service in late)
        {
            var due = Freshness.DueOn(service.LoadedOn, service.LastCheckedOn, service.CheckMonths);
            var times = Freshness.TimesToAsk(today, due);
            if (planned < MostARun && times > service.TimesAsked
                && await occurrences.PlanAsync(context, AskForCheck.Kind, service.Id, AskForCheck.KeyOf(due, times), clock.GetUtcNow(), cancellationToken))
            {
                planned++;
            }
        }

        transaction.Complete();
    }
}
