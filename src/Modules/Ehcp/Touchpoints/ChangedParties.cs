using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>Whom a record concerns may have changed: a new party has their own notice of the newest decision, and nobody is to call whoever may not be told any more.</summary>
internal sealed class ChangedParties(EhcpDbContext context, RecordReader reader, Planner planner, SilenceGuard guard, IPeople people)
    : IHandleEvent<RelationshipChanged>, IHandleEvent<RestrictionChanged>
{
    public Task HandleAsync(RelationshipChanged @event, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(@event);
        return LookAsync([@event.ChildId], cancellationToken);
    }

    public async Task HandleAsync(RestrictionChanged @event, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(@event);
        await LookAsync([@event.PersonId, .. await people.ChildrenOfAsync(@event.PersonId, cancellationToken)], cancellationToken);
    }

    private async Task LookAsync(IReadOnlyList<Guid> children, CancellationToken cancellationToken)
    {
        // A record stands under the row that was kept.
        List<Guid> kept = [.. (await people.FindAsync(children, cancellationToken)).Values.Select(child => child.Id).Distinct()];
        foreach (var id in await context.Records.Where(record => kept.Contains(record.ChildId)).OrderBy(record => record.Id).Select(record => record.Id).ToListAsync(cancellationToken))
        {
            await context.LockRecordAsync(id, cancellationToken);
            if (await reader.ReadAsync(id, null, cancellationToken) is not { Child: { DiedOn: null } child } read)
            {
                continue;
            }

            if (read.Happened.LastOrDefault(one => HeldDecisions.IsNo(one.Kind) || one.Kind is EventKind.DecidedToAssess or EventKind.DecidedToIssue or EventKind.FinalSent) is { Kind: not EventKind.FinalSent } decision)
            {
                await planner.StartMissingAsync(read, child, decision, cancellationToken);
            }

            await guard.LookAsync(read, cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
        }
    }
}
