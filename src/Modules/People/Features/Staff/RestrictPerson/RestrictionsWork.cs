using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Features.Staff.RestrictPerson;

/// <summary>
/// A restriction whose last day has passed holds nothing by its own rule, and hidden contact points stay hidden until the lead has looked: ended
/// by a person, never by a date.
/// </summary>
internal sealed class RestrictionsWork(PeopleDbContext context, TimeProvider clock) : IWorkItems
{
    private const int Most = 50;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.May(PeoplePermissions.Restrict))
        {
            return [];
        }

        // The day is encrypted, so all that nobody has ended are read; there are few.
        var today = clock.Today();
        var open = await (
            from restriction in context.Restrictions.AsNoTracking()
            join person in context.Persons on restriction.PersonId equals person.Id
            where restriction.EndedAt == null
            select new { restriction.To, person.KeptId, person.Reference }).ToListAsync(cancellationToken);
        return
        [
            .. open.Where(restriction => restriction.To < today).OrderBy(restriction => restriction.To).DistinctBy(restriction => restriction.KeptId).Take(Most)
                .Select(restriction => new WorkItem(
                    "A restriction is over", restriction.Reference, "Its last day has passed. End it, or record a new one.", restriction.To,
                    $"/staff/people/{restriction.KeptId}/restrictions", "Look at it", "i-warn")),
        ];
    }
}
