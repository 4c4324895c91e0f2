using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.People.Contracts;

namespace Medway.LocalOffer.Ehcp.Features;

/// <param name="Kind">What the person is to the child; null for the child or young person themselves.</param>
/// <param name="HasResponsibility">Parental responsibility, today.</param>
internal sealed record Party(Guid PersonId, RelationshipKind? Kind, bool HasResponsibility);

/// <summary>
/// Who a record concerns, by what People knows today: the young person from the day on which decisions are theirs, each person with parental
/// responsibility, and those who stand in a parent's or a young person's place. Each is told by themselves, and whatever is between two people the gate
/// asks each time. Nothing of it is stored here, so that an order or an adoption counts from the moment at which it is recorded.
/// </summary>
internal sealed class Parties(IPeople people)
{
    /// <summary>
    /// A foster carer has care of the child and so is a parent in education law (Education Act 1996, s576), in a placement by agreement too (Children Act
    /// 1989, s20); a social worker acts for the council that looks after the child; a deputy decides for a young person who cannot (Mental Capacity Act 2005).
    /// Somebody who only stands by, as an advocate, may look and is told by whom they stand by.
    /// </summary>
    private static readonly RelationshipKind[] InPlace = [RelationshipKind.Deputy, RelationshipKind.FosterCarer, RelationshipKind.SocialWorker];

    public async Task<IReadOnlyList<Party>> OfAsync(Person child, DateOnly today, CancellationToken cancellationToken)
    {
        var around = (await people.AroundAsync(child.Id, cancellationToken)).Where(one => one.WasOn(today)).ToList();
        List<Party> parties =
        [
            .. around.Where(one => one.HadResponsibilityOn(today)).Select(one => new Party(one.PersonId, one.Kind, HasResponsibility: true))
                .Concat(InPlace.SelectMany(kind => around.Where(one => one.Kind == kind)).Select(one => new Party(one.PersonId, one.Kind, HasResponsibility: false)))
                .DistinctBy(party => party.PersonId),
        ];
        if (Ages.IsYoungPerson(child.BornOn, today))
        {
            parties.Insert(0, new Party(child.Id, null, HasResponsibility: false));
        }

        return parties;
    }
}
