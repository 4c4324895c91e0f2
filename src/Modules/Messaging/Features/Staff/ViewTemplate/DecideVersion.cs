using MediatR;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.Staff.ViewTemplate;

/// <summary>A second person approves a draft, which takes the place of the approved words; or does not, and it is gone.</summary>
internal sealed record DecideVersion(Guid TemplateId, Guid VersionId, bool Approve) : ICommand<Done>
{
    public Permission Permission => MessagingPermissions.ApproveTemplates;
}

internal sealed class DecideVersionHandler(MessagingDbContext context, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<DecideVersion, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(DecideVersion request, CancellationToken cancellationToken)
    {
        if (await context.Versions.SingleOrDefaultAsync(v => v.Id == request.VersionId && v.TemplateId == request.TemplateId, cancellationToken) is not { } draft)
        {
            return Outcome.NotFound;
        }

        if (draft.State != VersionState.Draft)
        {
            return Outcome.Conflict("Somebody decided about it a moment ago. Look at it again");
        }

        if (request.Approve && (draft.WrittenBy is null || draft.WrittenBy == actor.AccountId))
        {
            return Outcome.Invalid("", "You wrote these words. Somebody else has to approve them");
        }

        if (request.Approve)
        {
            foreach (var approved in await context.Versions.Where(v => v.TemplateId == draft.TemplateId && v.Channel == draft.Channel && v.Format == draft.Format
                && v.Language == draft.Language && v.State == VersionState.Approved).ToListAsync(cancellationToken))
            {
                approved.State = VersionState.Retired;
            }

            // The index of approved versions would meet both.
            await context.SaveChangesAsync(cancellationToken);
            draft.State = VersionState.Approved;
            (draft.ApprovedBy, draft.ApprovedAt) = (actor.AccountId, clock.GetUtcNow());
        }
        else
        {
            draft.State = VersionState.Retired;
        }

        audit.Record(context, request.Approve ? MessagingAudit.Approved : MessagingAudit.Discarded, "template_version", draft.Id);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
