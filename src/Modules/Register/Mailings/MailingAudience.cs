using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.Mailings;

/// <param name="PersonId">Who is written to: whoever said yes to it, and nobody else of the family.</param>
internal sealed record Addressee(Guid EntryId, Guid ChildId, Guid PersonId);

/// <summary>Whom a mailing reaches at this moment, and how many it does not, by why.</summary>
/// <param name="Will">One for each who said yes.</param>
/// <param name="NotLive">Entries:Waiting to be checked, no answer to the yearly check, or from the old register.</param>
/// <param name="NoYes">Entries that are live, and this use is not a yes today.</param>
/// <param name="Held">People who said yes: something in People speaks against it, or they do not speak for the child any more; which, People alone says.</param>
/// <param name="NoWay">People who said yes: there is no checked e-mail address, or phone that takes texts. Addresses Messages looks at by itself.</param>
internal sealed record Audience(IReadOnlyList<Addressee> Will, int NotLive, int NoYes, int Held, int NoWay);

/// <summary>Asked anew each time: for the page before anybody decides, and again when it is sent.</summary>
internal sealed class MailingAudience(RegisterReader reader, RegisterViewers viewers, IContactPoints points)
{
    public async Task<Audience> OfAsync(ConsentPurpose purpose, MessageChannel channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        var standing = reader.For(PublicTask.KeepTheRegister).AsNoTracking();
        var live = await standing.CountAsync(entry => entry.State == EntryState.Live, cancellationToken);
        var notLive = await standing.CountAsync(entry => entry.State == EntryState.Received || entry.State == EntryState.Lapsed || entry.State == EntryState.Unconfirmed, cancellationToken);
        var consented = await reader.ForAsync(purpose, cancellationToken);
        List<Addressee> will = [];
        var (held, noWay) = (0, 0);
        foreach (var to in consented.SelectMany(one => one.GiverIds.Select(giver => new Addressee(one.EntryId, one.ChildId, giver))))
        {
            if (await viewers.CapacityAsync(to.PersonId, to.ChildId, cancellationToken) is null)
            {
                held++;
            }
            else if (!await HasWayAsync(to.PersonId, channel, cancellationToken))
            {
                noWay++;
            }
            else
            {
                will.Add(to);
            }
        }

        return new Audience(will, notLive, live - consented.Count, held, noWay);
    }

    private async Task<bool> HasWayAsync(Guid person, MessageChannel channel, CancellationToken cancellationToken) =>
        channel == MessageChannel.Letter
        || (await points.OfPersonAsync(person, cancellationToken)).Any(point => point.Kind == (channel == MessageChannel.Email ? ContactPointKind.Email : ContactPointKind.Phone));
}
