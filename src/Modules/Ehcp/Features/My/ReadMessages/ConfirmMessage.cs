using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.My.ReadMessages;

/// <summary>"I've got this": the person has read it here, so it is told, whatever became of the message. Nobody has what they could not read: the answer is the door, and nothing is done while it is shut.</summary>
internal sealed record ConfirmMessage(Guid Id) : ICommand<DocumentsAnswer>
{
    public Permission Permission => EhcpPermissions.Own;
}

internal sealed class ConfirmMessageHandler(EhcpDbContext context, Viewers viewers, IPeople people, TouchpointEnds ends, IDocumentsDoor door, AuditTrail audit, Actor actor, TimeProvider clock)
    : IRequestHandler<ConfirmMessage, Outcome<DocumentsAnswer>>
{
    public async Task<Outcome<DocumentsAnswer>> Handle(ConfirmMessage request, CancellationToken cancellationToken)
    {
        var recordId = await context.Touchpoints.Where(one => one.Id == request.Id).Select(one => (Guid?)one.RecordId).SingleOrDefaultAsync(cancellationToken);
        if (actor.PersonId is not { } person || recordId is not { } record || !(await viewers.RecordsForAsync(person, cancellationToken)).Contains(record))
        {
            return Outcome.NotFound;
        }

        await context.LockRecordAsync(record, cancellationToken);
        var touchpoint = await context.Touchpoints.SingleAsync(one => one.Id == request.Id, cancellationToken);
        if (!(await people.RecordsOfAsync(person, cancellationToken)).Contains(touchpoint.PersonId) || touchpoint.State is not (TouchpointState.Asked or TouchpointState.Made or TouchpointState.NotMade))
        {
            return Outcome.NotFound;
        }

        if (touchpoint.IsDocument && await door.AskAsync(cancellationToken) is not DocumentsAnswer.Open and var shut)
        {
            return shut;
        }

        if (touchpoint.ConfirmedAt is null)
        {
            var now = clock.GetUtcNow();
            touchpoint.ConfirmedAt = now;
            if (touchpoint.State != TouchpointState.Made)
            {
                await ends.MadeAsync(touchpoint, now, cancellationToken);
            }

            audit.Record(context, EhcpAudit.MessageConfirmed, EhcRecord.Subject, record, personIds: [person], changes: [new AuditChange("touchpoint", null, touchpoint.Code)]);
            await context.SaveChangesAsync(cancellationToken);
        }

        return DocumentsAnswer.Open;
    }
}
