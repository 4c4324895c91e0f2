using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features;

/// <summary>
/// Who may see a record, or be told about it: one answer for the family's own page and for every message. What stands between two people is known
/// by People alone, and asked each time.
/// </summary>
internal sealed class Viewers(EhcpDbContext context, IPeople people, TimeProvider clock)
{
    /// <returns>Records about the person, or about children to whom they are something, that they may see now; the newest first.</returns>
    public async Task<IReadOnlyList<Guid>> RecordsForAsync(Guid personId, CancellationToken cancellationToken)
    {
        List<Guid> children = [personId, .. await people.ChildrenOfAsync(personId, cancellationToken)];
        var records = await context.Records.AsNoTracking().Where(record => children.Contains(record.ChildId)).OrderByDescending(record => record.ReceivedOn).ThenByDescending(record => record.Id)
            .Select(record => new { record.Id, record.ChildId }).ToListAsync(cancellationToken);
        List<Guid> seen = [];
        foreach (var about in records.GroupBy(record => record.ChildId))
        {
            if (await MaySeeAsync(personId, about.Key, cancellationToken))
            {
                seen.AddRange(about.Select(record => record.Id));
            }
        }

        return seen;
    }

    public async Task<bool> MaySeeAsync(Guid personId, Guid childId, CancellationToken cancellationToken)
    {
        var found = await people.FindAsync([personId, childId], cancellationToken);
        if (!found.TryGetValue(personId, out var person) || !found.TryGetValue(childId, out var child)
            || (await people.HeldFromAsync(person.Id, child.Id, cancellationToken)).Count > 0)
        {
            return false;
        }

        var today = clock.Today();
        return person.Id == child.Id ? Ages.IsYoungPerson(child.BornOn, today) : await StandsAsync(person.Id, child, today, cancellationToken);
    }

    /// <summary>
    /// What somebody is to the child, not only that they are something. Parental responsibility ends on the eighteenth birthday (Family Law Reform
    /// Act 1969, s1); whoever had it on the day before still sees when the young person has agreed, which People asks. A relative or an interpreter never does.
    /// </summary>
    private async Task<bool> StandsAsync(Guid personId, Person child, DateOnly today, CancellationToken cancellationToken)
    {
        var asked = child.BornOn?.AddYears(Ages.OfMajority).AddDays(-1) is { } lastDay && lastDay < today ? lastDay : today;
        return (await people.AroundAsync(child.Id, cancellationToken)).Any(one => one.PersonId == personId && one.WasOn(today)
            && (one.Kind is RelationshipKind.FosterCarer or RelationshipKind.SocialWorker or RelationshipKind.Advocate or RelationshipKind.Deputy
                || one.HadResponsibilityOn(asked)));
    }
}
