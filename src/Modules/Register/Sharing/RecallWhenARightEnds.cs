using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Sharing;

/// <summary>Somebody is not what they were to a child any more: what was given on the strength of their yes is called back, unless another yes covers it.</summary>
internal sealed class RecallWhenARightEnds(RegisterDbContext context, RegisterReader reader, Recalls recalls, IPeople people) : IHandleEvent<RelationshipChanged>
{
    public async Task HandleAsync(RelationshipChanged @event, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(@event);
        var records = await people.RecordsOfAsync(@event.ChildId, cancellationToken);
        foreach (var id in await reader.For(PublicTask.LifeCycle).Where(entry => records.Contains(entry.ChildId)).OrderBy(entry => entry.Id).Select(entry => entry.Id).ToListAsync(cancellationToken))
        {
            await context.LockEntryAsync(id, cancellationToken);
            await recalls.LookAsync(await reader.For(PublicTask.LifeCycle).SingleAsync(entry => entry.Id == id, cancellationToken), cancellationToken);
        }
    }
}
