using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>Whom a touchpoint is for, by what People knows at this moment. Whoever may not see the record is told nothing about it.</summary>
internal sealed class Recipients(Parties parties, Viewers viewers, IPeople people, TimeProvider clock)
{
    /// <summary>Asked again before an officer says anything: what stands between two people may have been recorded since it was started.</summary>
    public async Task<bool> MayBeToldAsync(Touchpoint touchpoint, EhcRecord record, CancellationToken cancellationToken) =>
        TouchpointKind.TellsChild(touchpoint.Code, touchpoint.PersonId, record.ChildId, record.LoggedForId) || await viewers.MaySeeAsync(touchpoint.PersonId, record.ChildId, cancellationToken);

    /// <param name="who">As the catalogue says it.</param>
    public async Task<IReadOnlyList<Guid>> OfAsync(string who, EhcRecord record, Person child, CancellationToken cancellationToken)
    {
        List<Guid> may = [];
        foreach (var party in await parties.OfAsync(child, clock.Today(), cancellationToken))
        {
            if (await viewers.MaySeeAsync(party.PersonId, child.Id, cancellationToken))
            {
                may.Add(party.PersonId);
            }
        }

        var askers = record.AskerId is { } asker ? await people.RecordsOfAsync(asker, cancellationToken) : [];
        return who switch
        {
            "main" => [.. may.Where(askers.Contains).Concat(may).Take(1)],
            "young person" => [.. may.Where(person => person == child.Id)],
            _ => may,
        };
    }
}
