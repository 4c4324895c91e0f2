using System.Globalization;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Records;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Jobs;

/// <summary>Asks whoever runs a service to check it, unless somebody has asked or answered meanwhile.</summary>
internal sealed class AskForCheck(ListingsDbContext context, ServiceChecks checks, TimeProvider clock) : IOccurrenceHandler
{
    public static string Kind => "listings.check-ask";

    /// <param name="due">The day of the check.</param>
    /// <param name="times">How many times they will then have been asked about it.</param>
    public static string KeyOf(DateOnly due, int times) => string.Create(CultureInfo.InvariantCulture, $"{due:yyyy-MM-dd}/{times}");

    public async Task HandleAsync(Occurrence occurrence, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var service = await context.Services.Include(service => service.Organisation).SingleOrDefaultAsync(service => service.Id == occurrence.Subject, cancellationToken);
        if (service is not { State: RecordState.Live } || service.AskedOn == today || ServiceChecks.MailOf(service) is null)
        {
            return;
        }

        var due = Freshness.DueOn(service.LoadedOn, service.LastCheckedOn, service.CheckMonths);
        var times = Freshness.TimesToAsk(today, due);
        if (occurrence.Key == KeyOf(due, times) && service.TimesAsked < times)
        {
            // After days without a run the last letter of the ladder counts for those that were missed.
            service.TimesAsked = (short)(times - 1);
            await checks.AskAsync(service, cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
        }
    }
}
