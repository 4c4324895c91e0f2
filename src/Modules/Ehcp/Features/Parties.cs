using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.People.Contracts;

namespace Medway.LocalOffer.Ehcp.Features;

/// <param name="Kind">What the person is to the child; null for the child or young person themselves.</param>
internal sealed record Party(Guid PersonId, RelationshipKind? Kind);

/// <summary>
/// Who a record concerns, by what People knows today: each person with parental responsibility, and the young person from the day on which
/// decisions are theirs. Nothing of it is stored here, so that an order or an adoption counts from the moment at which it is recorded.
/// </summary>
internal sealed class Parties(IPeople people)
{
    public async Task<IReadOnlyList<Party>> OfAsync(Person child, DateOnly today, CancellationToken cancellationToken)
    {
        var around = await people.AroundAsync(child.Id, cancellationToken);
        List<Party> parties = [.. around.Where(one => one.HadResponsibilityOn(today)).DistinctBy(one => one.PersonId).Select(one => new Party(one.PersonId, one.Kind))];
        if (Ages.IsYoungPerson(child.BornOn, today))
        {
            parties.Insert(0, new Party(child.Id, null));
        }

        return parties;
    }
}
