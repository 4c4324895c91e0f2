using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.LifeCycle;

/// <summary>After the death of a child the entry ends the same day. Until this has run the gate of each message and the reader hold everything by themselves.</summary>
internal sealed class StopWhenSomebodyDied(RegisterDbContext context, RegisterReader reader, Ending ending, IPeople people) : IHandleEvent<PersonDied>
{
    public async Task HandleAsync(PersonDied @event, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(@event);
        var records = await people.RecordsOfAsync(@event.PersonId, cancellationToken);
        foreach (var id in await reader.For(PublicTask.LifeCycle).Where(entry => records.Contains(entry.ChildId)).Select(entry => entry.Id).ToListAsync(cancellationToken))
        {
            await context.LockEntryAsync(id, cancellationToken);
            await ending.EndAsync(await reader.For(PublicTask.LifeCycle).SingleAsync(entry => entry.Id == id, cancellationToken), EntryState.Died, "A death was recorded", cancellationToken);
        }
    }
}
