using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Flow;

/// <summary>Asks somebody without an account, by a link with two buttons.</summary>
internal sealed class AskedChecks(ContentDbContext context, OneTimeLinks links, Opening opening, FlowTrail trail, TimeProvider clock)
{
    /// <summary>Writes the question down and makes its link, in the caller's transaction. Only the newest question of a kind stands: nobody answers about an older text.</summary>
    /// <param name="document">Which is not in the bin.</param>
    /// <param name="variant">Of the document.</param>
    /// <param name="kind">About the facts of a draft, or the whole live page.</param>
    /// <param name="revisionId">The text that they are asked about.</param>
    /// <param name="due">The last day on which the link works.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The path of the link; it cannot be had again.</returns>
    public async Task<string> AskAsync(Document document, Variant variant, AskedKind kind, Guid revisionId, DateOnly due, CancellationToken cancellationToken)
    {
        foreach (var old in await context.AskedChecks
            .Where(asked => asked.DocumentId == document.Id && asked.Variant == variant.Key && asked.Kind == kind && asked.Answer == AskedAnswer.Waiting).ToListAsync(cancellationToken))
        {
            old.Answer = AskedAnswer.Withdrawn;
            await links.CancelAsync(LinkPurposes.Check, old.Id, cancellationToken);
        }

        var now = clock.GetUtcNow();
        var check = new AskedCheck
        {
            Id = Guid.CreateVersion7(now),
            DocumentId = document.Id,
            Variant = variant.Key,
            RevisionId = revisionId,
            Kind = kind,
            Answer = AskedAnswer.Waiting,
            AskedAt = now,
            AskedBy = opening.Who,
            Due = due,
        };
        context.AskedChecks.Add(check);
        trail.Record(ContentAudit.LinkMade, document);
        await context.SaveChangesAsync(cancellationToken);
        var life = UkTime.StartOf(due.AddDays(1)) - now;
        return "/link/check/" + await links.CreateAsync(LinkPurposes.Check, check.Id, life, uses: 1, cancellationToken);
    }
}
