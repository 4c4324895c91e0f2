using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Jobs;

/// <summary>A death pulls the person's kill switch: also for what is about them, and until somebody lets it go.</summary>
internal sealed class StopWhenDied(MessagingDbContext context, TimeProvider clock) : IHandleEvent<PersonDied>
{
    public async Task HandleAsync(PersonDied @event, CancellationToken cancellationToken)
    {
        if (await context.Stops.AnyAsync(s => s.PersonId == @event.PersonId && s.LiftedAt == null, cancellationToken))
        {
            return;
        }

        var now = clock.GetUtcNow();
        context.Stops.Add(new Stop { Id = Guid.CreateVersion7(now), Kind = StopKind.Person, PersonId = @event.PersonId, Reason = "A death was recorded", At = now });
        await context.SaveChangesAsync(cancellationToken);
    }
}
