using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Flow;

/// <summary>The one way in which a page is taken down, whoever asked for it: a person or the clock. Its caller holds <see cref="Tree.Lock"/>.</summary>
internal sealed class TakingDown(
    ContentDbContext context, Opening opening, PublishedPages pages, IEnumerable<IPublished> listeners, OneTimeLinks links, FlowTrail trail, TimeProvider clock)
{
    /// <summary>The live page that says it instead; null when there is none at that address, or it is the page itself.</summary>
    public async Task<Guid?> TargetAsync(Document document, string typed, CancellationToken cancellationToken)
    {
        var into = Slugs.Normal(typed);
        return await context.Published.AsNoTracking()
            .Where(page => page.Path == into && page.Variant == VariantKey.Full && page.TakenDown == null && page.DocumentId != document.Id)
            .Select(page => (Guid?)page.DocumentId).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Whether that page can still be read.</summary>
    public Task<bool> IsTargetAsync(Guid documentId, CancellationToken cancellationToken) => context.Published.AnyAsync(
        page => page.DocumentId == documentId && page.Variant == VariantKey.Full && page.TakenDown == null, cancellationToken);

    /// <summary>Takes it down and ends any plan to do so; the caller saves, and then calls <see cref="PublishedPages.TellAsync"/>.</summary>
    /// <param name="document">With its variants; live.</param>
    /// <param name="reason">Told to families in its own way.</param>
    /// <param name="words">What they read above a page that is withdrawn.</param>
    /// <param name="mergedIntoId">What they read instead of a page that is merged.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task DownAsync(Document document, TakenDownReason reason, string? words, Guid? mergedIntoId, CancellationToken cancellationToken)
    {
        if (mergedIntoId is { } targetId)
        {
            document.MergedIntoId = targetId;
            context.Redirects.Add(new Redirect { FromPath = document.Path, DocumentId = targetId, CreatedAt = clock.GetUtcNow(), CreatedBy = opening.Who });

            // Old addresses of the merged page lead to the same end, in one step.
            foreach (var old in await context.Redirects.Where(redirect => redirect.DocumentId == document.Id).ToListAsync(cancellationToken))
            {
                old.DocumentId = targetId;
            }
        }

        document.TakenDown = reason;
        document.TakenDownWords = words;
        await EndPlanAsync(document, cancellationToken);
        await pages.WriteAsync(document, cancellationToken);
        foreach (var listener in listeners)
        {
            await listener.OnTakenDownAsync(context, document, cancellationToken);
        }

        await links.CancelAsync(LinkPurposes.Preview, document.Id, cancellationToken);
        trail.Record(ContentAudit.TakenDown, document, new AuditChange("reason", null, reason.ToString()));
    }

    /// <returns>Whether there was one.</returns>
    public async Task<bool> EndPlanAsync(Document document, CancellationToken cancellationToken)
    {
        if (await context.PlannedTakeDowns.SingleOrDefaultAsync(plan => plan.DocumentId == document.Id, cancellationToken) is not { } plan)
        {
            return false;
        }

        context.PlannedTakeDowns.Remove(plan);
        return true;
    }
}
