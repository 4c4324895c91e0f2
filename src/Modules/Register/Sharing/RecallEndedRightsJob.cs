using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Sharing;

/// <summary>A right can end on a day that somebody wrote down long before, and nothing happens on that day: whatever is still out is looked at once a day.</summary>
internal sealed class RecallEndedRightsJob(RegisterDbContext register, RegisterReader reader, Recalls recalls) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromDays(1);

    public static string Kind => "register.ended-rights-recall";

    public async Task RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var given = register.Shares.Where(share => share.State == ShareState.Given && share.Purpose != null).Select(share => share.Id);
        foreach (var id in await register.SharedEntries.Where(shared => shared.RecalledAt == null && given.Contains(shared.ShareId)).Select(shared => shared.EntryId).Distinct().ToListAsync(cancellationToken))
        {
            // One entry at a time: whoever says yes or no to it meanwhile waits for this one only.
            await using var transaction = await register.Database.BeginTransactionAsync(cancellationToken);
            await register.LockEntryAsync(id, cancellationToken);
            await recalls.LookAsync(await reader.For(PublicTask.LifeCycle).SingleAsync(entry => entry.Id == id, cancellationToken), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            register.ChangeTracker.Clear();
        }
    }
}
