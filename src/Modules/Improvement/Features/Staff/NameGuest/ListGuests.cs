using MediatR;
using Medway.LocalOffer.Improvement.Audits;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;

namespace Medway.LocalOffer.Improvement.Features.Staff.NameGuest;

/// <summary>Guests, and which agency each speaks for.</summary>
internal sealed record ListGuests : IQuery<IReadOnlyList<GuestRow>>
{
    public Permission Permission => AuditPermissions.NameGuests;
}

internal sealed record GuestRow(string Name, AuditAgency Agency);

internal sealed class ListGuestsHandler(AgencyReader agencies, IStaffNames names) : IRequestHandler<ListGuests, Outcome<IReadOnlyList<GuestRow>>>
{
    public async Task<Outcome<IReadOnlyList<GuestRow>>> Handle(ListGuests request, CancellationToken cancellationToken)
    {
        var guests = await agencies.GuestsAsync(cancellationToken);
        var known = await names.OfAsync([.. guests.Keys.Select(account => $"{account:D}")], cancellationToken);
        return Outcome.Ok<IReadOnlyList<GuestRow>>(
            [.. guests.Select(guest => new GuestRow(known.GetValueOrDefault($"{guest.Key:D}") ?? "Somebody", guest.Value)).OrderBy(row => row.Agency).ThenBy(row => row.Name, StringComparer.Ordinal)]);
    }
}
