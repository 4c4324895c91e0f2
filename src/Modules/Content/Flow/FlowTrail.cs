using System.Globalization;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Platform.Audit;

namespace Medway.LocalOffer.Content.Flow;

/// <summary>Writes down what became of a document, and what was said about it; the caller saves.</summary>
internal sealed class FlowTrail(ContentDbContext context, AuditTrail audit, Opening opening, TimeProvider clock)
{
    /// <param name="number">Of the revision that it is about.</param>
    public void Record(AuditEvent auditEvent, Document document, Variant variant, int? number = null, params IEnumerable<AuditChange> changes) => audit.Record(
        context, auditEvent, ContentAudit.Subject, document.Id, changes:
        [
            new AuditChange("variant", null, variant.Key),
            .. number is { } known ? [new AuditChange("revision", null, known.ToString(CultureInfo.InvariantCulture))] : Array.Empty<AuditChange>(),
            .. changes,
        ]);

    public void Record(AuditEvent auditEvent, Document document, params IReadOnlyList<AuditChange> changes) =>
        audit.Record(context, auditEvent, ContentAudit.Subject, document.Id, changes: changes);

    public void Remark(Variant variant, Guid? revisionId, RemarkKind kind, string words, string? by = null)
    {
        var now = clock.GetUtcNow();
        context.Remarks.Add(new Remark
        {
            Id = Guid.CreateVersion7(now),
            VariantId = variant.Id,
            RevisionId = revisionId,
            Kind = kind,
            Words = words,
            At = now,
            By = by ?? opening.Who,
        });
    }
}
