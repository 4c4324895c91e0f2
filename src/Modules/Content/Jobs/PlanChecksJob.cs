using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Jobs;

/// <summary>
/// Once a day: every live page has the reminders of its next check. Publishing plans them; a page that was live before there were reminders, or that
/// somebody changed by hand, would otherwise have none until it is published again.
/// </summary>
internal sealed class PlanChecksJob(ContentDbContext context, CheckReminders reminders) : IJob
{
    public static string Kind => "content.checks-plan";

    public async Task RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        using var transaction = OneTransaction.Begin();
        await context.Database.LockAsync(Tree.Lock, cancellationToken);
        var live = await context.Documents.AsNoTracking().Include(document => document.Variants)
            .Where(document => document.BinnedAt == null && document.TakenDown == null && document.Kind != DocumentKind.Alert
                && document.Variants.Any(variant => variant.Key == VariantKey.Full && variant.LiveRevisionId != null))
            .ToListAsync(cancellationToken);
        foreach (var document in live)
        {
            await reminders.EnsureAsync(document, cancellationToken);
        }

        transaction.Complete();
    }
}
