using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Sessions;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Data;

/// <summary>Makes search entries as they should read today: with the next real dates, and none for what may not be found.</summary>
internal sealed class ServiceEntries(IDays days, TimeProvider clock)
{
    /// <summary>Enough that a host that misses a night or two still has a date to show.</summary>
    public const int Dates = 12;

    /// <summary>Services with all that an entry is made of.</summary>
    public static IQueryable<Service> Whole(IQueryable<Service> services) => services.AsNoTrackingWithIdentityResolution().AsSplitQuery()
        .Include(service => service.Organisation)
        .Include(service => service.Needs)
        .Include(service => service.Costs)
        .Include(service => service.AccessFacts)
        .Include(service => service.Sessions).ThenInclude(session => session.Changes)
        .Include(service => service.Languages)
        .Include(service => service.Areas).ThenInclude(area => area.Area)
        .Include(service => service.Places.OrderBy(place => place.Position)).ThenInclude(place => place.Place!.AccessFacts);

    /// <summary>Null for what was archived or merged, and for what nobody has confirmed for too long.</summary>
    /// <param name="service">As <see cref="Whole"/> reads it.</param>
    public SearchEntry? Of(Service service) => Of(
        service, service.Organisation!.Name, [.. service.Places.OrderBy(place => place.Position).Select(place => place.Place!)], [.. service.Areas.Select(area => area.Area!)]);

    /// <inheritdoc cref="Of(Service)"/>
    public SearchEntry? Of(Service service, string organisation, IReadOnlyList<Place> places, IReadOnlyList<Area> areas) =>
        IsFound(service) ? ServiceSearchEntry.From(service, organisation, places, areas, NextDates(service)) : null;

    private bool IsFound(Service service) => service.State == RecordState.Live
        && (service.KeepShown || Freshness.StateOn(clock.Today(), service.LoadedOn, service.LastCheckedOn, service.CheckMonths) != CheckState.Hidden);

    private List<DateOnly> NextDates(Service service) =>
    [
        .. SessionDates.Next([.. service.Sessions.Select(session => session.ToRule())], days, clock.Today(), TimeOnly.MinValue, Dates * 3)
            .Select(happening => happening.Date).Distinct().Take(Dates),
    ];
}
