using MediatR;
using Medway.LocalOffer.Ehcp.Absences;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.RecordAbsence;

/// <summary>The officer is back sooner, or does not leave at all: from today on they look after their records again.</summary>
internal sealed record EndAbsence(Guid Id) : ICommand<Done>
{
    public Permission Permission => EhcpPermissions.Absences;
}

internal sealed class EndAbsenceHandler(EhcpDbContext context, Covering covering, AuditTrail audit, Actor actor, TimeProvider clock) : IRequestHandler<EndAbsence, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(EndAbsence request, CancellationToken cancellationToken)
    {
        await context.Database.LockAsync("ehcp.absences", cancellationToken);
        var absence = await context.Absences.SingleOrDefaultAsync(one => one.Id == request.Id, cancellationToken);
        var today = clock.Today();
        if (absence is null || absence.To < today || (absence.AccountId != actor.AccountId && actor.Kind == ActorKind.Staff && !actor.RolesHeld.Contains(Roles.TeamManager)))
        {
            return Outcome.NotFound;
        }

        audit.Record(context, EhcpAudit.AbsenceEnded, "account", absence.AccountId, changes: [new AuditChange("to", $"{absence.To:yyyy-MM-dd}", $"{today.AddDays(-1):yyyy-MM-dd}")]);
        absence.To = today.AddDays(-1);
        await context.SaveChangesAsync(cancellationToken);
        await covering.FollowAsync(absence, cancellationToken);
        return default(Done);
    }
}
