using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Jobs;

/// <summary>A death pulls the person's kill switch: also for what is about them, and until somebody lets it go.</summary>
internal sealed class StopWhenDied(MessagingDbContext context, IPeople people, TimeProvider clock) : IHandleEvent<PersonDied>
{
    public async Task HandleAsync(PersonDied @event, CancellationToken cancellationToken)
    {
        // The death may stand on a record that was put together with another.
        var personId = (await people.FindAsync([@event.PersonId], cancellationToken)).GetValueOrDefault(@event.PersonId)?.Id ?? @event.PersonId;
        if (await context.Stops.AnyAsync(s => s.PersonId == personId && s.LiftedAt == null, cancellationToken))
        {
            return;
        }

        var now = clock.GetUtcNow();
        context.Stops.Add(new Stop { Id = Guid.CreateVersion7(now), Kind = StopKind.Person, PersonId = personId, Reason = "A death was recorded", At = now });
        await context.SaveChangesAsync(cancellationToken);
    }
}
