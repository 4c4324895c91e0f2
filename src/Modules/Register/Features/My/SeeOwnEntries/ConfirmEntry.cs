using MediatR;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.LifeCycle;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Features.My.SeeOwnEntries;

/// <summary>The yearly check: one press says that it is still right. An entry that had lapsed is live again.</summary>
internal sealed record ConfirmEntry(Guid EntryId) : ICommand<Done>
{
    public Permission Permission => RegisterPermissions.Say;
}

internal sealed class ConfirmEntryHandler(RegisterDbContext context, RegisterReader reader, RegisterViewers viewers, YearlyCheck yearly, AuditTrail audit, Actor actor, TimeProvider clock)
    : IRequestHandler<ConfirmEntry, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ConfirmEntry request, CancellationToken cancellationToken)
    {
        if (actor.PersonId is not { } person)
        {
            return Outcome.NotFound;
        }

        await context.LockEntryAsync(request.EntryId, cancellationToken);
        var entry = await reader.For(PublicTask.OwnEntry)
            .SingleOrDefaultAsync(one => one.Id == request.EntryId && (one.State == EntryState.Live || one.State == EntryState.Lapsed), cancellationToken);
        if (entry is null || await viewers.CapacityAsync(person, entry.ChildId, cancellationToken) is null)
        {
            return Outcome.NotFound;
        }

        (entry.State, entry.ConfirmedOn) = (EntryState.Live, clock.Today());
        audit.Record(context, RegisterAudit.Confirmed, RegisterEntry.Subject, entry.Id, personIds: [.. new[] { entry.ChildId, person }.Distinct()]);
        await context.SaveChangesAsync(cancellationToken);
        await yearly.PlanAsync(entry, cancellationToken);
        return default(Done);
    }
}
