using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Jobs;

/// <summary>Once a day: what has lain in the bin long enough goes for good, and what nobody needs any more is forgotten.</summary>
internal sealed class TidyContentJob(ContentDbContext context, FlowTrail trail, TimeProvider clock) : IJob
{
    /// <summary>Ninety days, as the page of the bin says.</summary>
    public static readonly TimeSpan InTheBin = TimeSpan.FromDays(90);

    /// <summary>What somebody typed and did not save for so long is not wanted.</summary>
    private static readonly TimeSpan Unsaved = TimeSpan.FromDays(30);

    private const int MissedDays = 90;

    public static string Kind => "content.tidy";

    public async Task RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var oldestMissed = UkTime.DateIn(now).AddDays(-MissedDays);
        await context.MissedPaths.Where(missed => missed.Day < oldestMissed).ExecuteDeleteAsync(cancellationToken);
        var oldestTyped = now - Unsaved;
        await context.Autosaves.Where(kept => kept.At < oldestTyped).ExecuteDeleteAsync(cancellationToken);

        using var transaction = OneTransaction.Begin();
        await context.Database.LockAsync(Tree.Lock, cancellationToken);
        var oldestBinned = now - InTheBin;
        var gone = await context.Documents.Include(document => document.Variants).Where(document => document.BinnedAt < oldestBinned)
            .OrderByDescending(document => document.Path.Length).ToListAsync(cancellationToken);
        foreach (var document in gone)
        {
            trail.Record(ContentAudit.Erased, document);
            await EraseAsync(document, cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
        transaction.Complete();
    }

    /// <summary>Pages that lie in the bin under it were put there before it, and go first.</summary>
    private async Task EraseAsync(Document document, CancellationToken cancellationToken)
    {
        var variants = document.Variants.Select(variant => variant.Id).ToList();
        await context.Documents.Where(child => child.ParentId == document.Id).ExecuteUpdateAsync(set => set.SetProperty(child => child.ParentId, (Guid?)null), cancellationToken);
        await context.Variants.Where(variant => variants.Contains(variant.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(variant => variant.DraftRevisionId, (Guid?)null).SetProperty(variant => variant.LiveRevisionId, (Guid?)null)
                .SetProperty(variant => variant.Draft, Domain.DraftState.None).SetProperty(variant => variant.Standing, Domain.Standing.NotYet)
                .SetProperty(variant => variant.UncheckedBy, (string?)null).SetProperty(variant => variant.PublishAt, (DateTimeOffset?)null),
            cancellationToken);
        await context.Revisions.Where(revision => variants.Contains(revision.VariantId)).ExecuteDeleteAsync(cancellationToken);
        await context.Redirects.Where(redirect => redirect.DocumentId == document.Id).ExecuteDeleteAsync(cancellationToken);
        await context.Variants.Where(variant => variants.Contains(variant.Id)).ExecuteDeleteAsync(cancellationToken);
        await context.Documents.Where(gone => gone.Id == document.Id).ExecuteDeleteAsync(cancellationToken);
        context.ChangeTracker.Entries<Document>().Single(entry => entry.Entity == document).State = EntityState.Detached;
        foreach (var entry in context.ChangeTracker.Entries<Variant>().Where(entry => entry.Entity.DocumentId == document.Id).ToList())
        {
            entry.State = EntityState.Detached;
        }
    }
}
