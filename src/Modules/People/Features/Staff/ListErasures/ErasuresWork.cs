using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.People.Features.Staff.ListErasures;

/// <summary>Whoever asked to be erased has an answer within a month (UK GDPR, article 12).</summary>
internal sealed class ErasuresWork(PeopleDbContext context) : IWorkItems
{
    private const int Most = 50;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.May(PeoplePermissions.Erase))
        {
            return [];
        }

        var open = await (
            from erasure in context.Erasures
            join person in context.Persons on erasure.PersonId equals person.Id
            where erasure.State == ErasureState.Asked && erasure.AskedBy != actor.AccountId
            orderby erasure.AskedAt
            select new { erasure.Id, erasure.AskedAt, person.Reference }).Take(Most).ToListAsync(cancellationToken);
        return
        [
            .. open.Select(erasure => new WorkItem(
                "Decide about erasing", erasure.Reference, "Somebody asked that what we hold about a person is erased. A second person has to decide.",
                UkTime.DateIn(erasure.AskedAt).AddMonths(1), $"/staff/people/erasures/{erasure.Id}", "Decide")),
        ];
    }
}
