using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.Staff.DocumentHistory;

/// <summary>Makes an old text the draft again, as a new revision; what is live stays until somebody publishes it.</summary>
internal sealed record RestoreRevision(Guid Id, string Variant, int Number) : ICommand<Done>, IActsOn
{
    public Permission Permission => ContentPermissions.Write;

    public string SubjectKind => ContentAudit.Subject;

    public Guid SubjectId => Id;
}

internal sealed class RestoreRevisionHandler(ContentDbContext context, Opening opening, Revisions revisions, FlowTrail trail) : IRequestHandler<RestoreRevision, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RestoreRevision request, CancellationToken cancellationToken)
    {
        var opened = await opening.OpenAsync(request.Id, request.Variant, FlowAction.SaveDraft, cancellationToken);
        if (!opened.IsOk)
        {
            return opened.Refusal();
        }

        var (document, variant) = opened.Value;
        var old = await context.Revisions.SingleOrDefaultAsync(revision => revision.VariantId == variant.Id && revision.Number == request.Number, cancellationToken);
        if (old is null)
        {
            return Outcome.NotFound;
        }

        var restored = await revisions.AddAsync(variant, DraftFields.Of(old), opening.Who, RevisionOrigin.Staff, null, cancellationToken);
        trail.Record(ContentAudit.Saved, document, variant, restored.Number, new AuditChange("restored_from", null, old.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
