using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Files;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Evidence;

/// <summary>Puts a file or a page beside the part that it is about, with its digest and who brought it.</summary>
internal sealed class EvidenceShelf(ImprovementDbContext context, IFiles files, AuditTrail audit, Actor actor, TimeProvider clock)
{
    private static readonly FileRules Rules = new(PartEvidence.FileKind, FieldClass.Staff, [.. FileTypes.Documents, FileTypes.Xlsx, FileTypes.Pptx, FileTypes.Png, FileTypes.Jpeg]);

    /// <param name="page">Path of the page whose words the file holds; null when somebody brought the file.</param>
    public async Task<Outcome<Guid>> PutAsync(Guid part, IClaim claim, string name, Stream content, string? page, CancellationToken cancellationToken)
    {
        if (!await context.Parts.AnyAsync(one => one.Id == part, cancellationToken))
        {
            return Outcome.NotFound;
        }

        var kept = await files.AddAsync(Rules, name, content, cancellationToken);
        if (!kept.IsOk)
        {
            return Outcome<Guid>.Reject(kept.Errors);
        }

        var now = clock.GetUtcNow();
        var evidence = new PartEvidence
        {
            Id = Guid.CreateVersion7(now),
            PartId = part,
            FileId = kept.Value.Id,
            Digest = Convert.ToHexStringLower([.. kept.Value.Sha256]),
            Page = page,
            Claim = claim.Claim.Trim(),
            ReviewOn = claim.ReviewOn!.Value,
            At = now,
            By = actor.Id,
        };
        context.Evidence.Add(evidence);
        audit.Record(context, ImprovementAudit.EvidenceAdded, ImprovementPart.Subject, part, changes: [new AuditChange("sha256", null, evidence.Digest)]);
        await context.SaveChangesAsync(cancellationToken);
        return evidence.Id;
    }
}
