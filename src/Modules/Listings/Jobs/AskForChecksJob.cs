using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Records;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Jobs;

/// <summary>
/// Asks whoever runs a service to check it: on the day it is due, and 14 and 28 days after. How often was asked is counted on the service in the
/// same transaction as the message, so a run that is cut off, or that two hosts make, asks nobody twice.
/// </summary>
internal sealed class AskForChecksJob(ListingsDbContext context, ServiceChecks checks, TimeProvider clock) : IJob
{
    /// <summary>A seeded directory falls due on one day: more than this at once would look like a flood to a mail server.</summary>
    private const int MostARun = 200;

    public static string Kind => "listings.checks-ask";

    public async Task RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var due = await context.Services.AsNoTracking()
            .Where(service => service.State == RecordState.Live && service.TimesAsked < Freshness.AskAfterDays.Count)
            .Where(service => service.Email != null || service.Organisation!.Email != null)
            .Where(service => (service.LastCheckedOn ?? service.LoadedOn).AddMonths(service.CheckMonths) <= today)
            .Where(service => service.AskedOn == null || service.AskedOn < today)
            .OrderBy(service => service.Id).Select(service => service.Id).ToListAsync(cancellationToken);
        var asked = 0;
        foreach (var id in due)
        {
            asked += await AskAsync(id, today, cancellationToken) ? 1 : 0;
            if (asked == MostARun)
            {
                return;
            }
        }
    }

    private async Task<bool> AskAsync(Guid id, DateOnly today, CancellationToken cancellationToken)
    {
        using var transaction = OneTransaction.Begin();
        await context.Database.LockAsync($"listings.check {id:n}", cancellationToken);
        context.ChangeTracker.Clear();
        var service = await context.Services.Include(service => service.Organisation).SingleAsync(service => service.Id == id, cancellationToken);
        var shouldHave = Freshness.TimesToAsk(today, Freshness.DueOn(service.LoadedOn, service.LastCheckedOn, service.CheckMonths));
        if (service.State != RecordState.Live || service.TimesAsked >= shouldHave || service.AskedOn == today || ServiceChecks.MailOf(service) is null)
        {
            return false;
        }

        await checks.AskAsync(service, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        transaction.Complete();
        return true;
    }
}
