using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.Api.OpenReferral;

/// <summary>A page of services at their places.</summary>
internal sealed record ListServicesAtLocations(FeedQuery Query) : IQuery<FeedPage<FeedServiceAtLocation>>
{
    public Permission Permission => Permission.ReadPublished;
}

/// <summary>One service at one of its places.</summary>
internal sealed record ReadServiceAtLocation(Guid Id) : IQuery<FeedServiceAtLocation>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class ListServicesAtLocationsHandler(ListingsDbContext context)
    : IRequestHandler<ListServicesAtLocations, Outcome<FeedPage<FeedServiceAtLocation>>>
{
    /// <summary>Metres, when nobody says how far.</summary>
    private const int UsualProximity = 5_000;

    private const double MetresOfADegree = 111_195;

    public async Task<Outcome<FeedPage<FeedServiceAtLocation>>> Handle(ListServicesAtLocations request, CancellationToken cancellationToken)
    {
        var query = request.Query;
        var services = FeedServices.Where(FeedServices.In(context), query);
        var rows = services.SelectMany(service => service.Places, (service, place) => new { service.Id, service.Name, place.PlaceId, Place = place.Place! });
        if (query.Postcode is { } postcode)
        {
            if (await CentreAsync(postcode, cancellationToken) is not var (latitude, longitude))
            {
                return Outcome.Invalid("postcode", "We know only postcodes in Medway and round it. Give one such as ME7 1AA");
            }

            // A flat map is true enough over a few miles.
            var reach = (query.Proximity ?? UsualProximity) / MetresOfADegree;
            var narrower = Math.Cos(latitude * Math.PI / 180);
            rows = rows.Where(row => row.Place.PositionIsExact
                && Math.Pow(row.Place.Latitude!.Value - latitude, 2) + Math.Pow((row.Place.Longitude!.Value - longitude) * narrower, 2) <= reach * reach);
        }

        var total = await rows.CountAsync(cancellationToken);
        var page = await rows.OrderBy(row => row.Name).ThenBy(row => row.Id).ThenBy(row => row.PlaceId)
            .Skip((query.Page - 1) * query.PerPage).Take(query.PerPage)
            .Select(row => new { row.Id, row.PlaceId }).ToListAsync(cancellationToken);
        var whole = (await FeedServices.ReadAsync(context, [.. page.Select(row => row.Id).Distinct()], cancellationToken)).ToDictionary(service => service.Id);
        return FeedPage<FeedServiceAtLocation>.Of(
            [.. page.Where(row => whole.ContainsKey(row.Id)).Select(row => AtLocation.Of(whole[row.Id], FeedMapping.AtLocationId(row.Id, row.PlaceId)))],
            total,
            query.Page,
            query.PerPage);
    }

    /// <summary>The middle of the places that we know under that postcode, or under its first part. Nothing is asked of anybody else.</summary>
    private async Task<(double Latitude, double Longitude)?> CentreAsync(string typed, CancellationToken cancellationToken)
    {
        var key = typed.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        var outward = key.Length > 4 ? key[..^3] : key;
        var points = await context.Places.Where(place => place.PositionIsExact && place.Postcode != null)
            .Where(place => place.Postcode!.Replace(" ", "") == key || place.Postcode.StartsWith(outward + " "))
            .Select(place => new { Exact = place.Postcode!.Replace(" ", "") == key, Latitude = place.Latitude!.Value, Longitude = place.Longitude!.Value })
            .ToListAsync(cancellationToken);
        var best = points.Any(point => point.Exact) ? points.Where(point => point.Exact).ToList() : points;
        return best.Count == 0 ? null : (best.Average(point => point.Latitude), best.Average(point => point.Longitude));
    }
}

internal sealed class ReadServiceAtLocationHandler(ListingsDbContext context) : IRequestHandler<ReadServiceAtLocation, Outcome<FeedServiceAtLocation>>
{
    public async Task<Outcome<FeedServiceAtLocation>> Handle(ReadServiceAtLocation request, CancellationToken cancellationToken)
    {
        // The id is made from the two that it joins, so it is looked for among all pairs: one after the other, and no further than to the one that is meant.
        var pairs = FeedServices.In(context).SelectMany(service => service.Places, (service, place) => new { service.Id, place.PlaceId }).AsAsyncEnumerable();
        if (await pairs.FirstOrDefaultAsync(pair => FeedMapping.AtLocationId(pair.Id, pair.PlaceId) == request.Id, cancellationToken) is not { } found)
        {
            return Outcome.NotFound;
        }

        return await FeedServices.ReadAsync(context, [found.Id], cancellationToken) is [var service] ? AtLocation.Of(service, request.Id) : Outcome.NotFound;
    }
}

internal static class AtLocation
{
    /// <summary>With the service's name and status, because the standard judges it by the rules of a service too.</summary>
    public static FeedServiceAtLocation Of(FeedService service, Guid id) => service.ServiceAtLocations!.Single(at => at.Id == id) with
    {
        Name = service.Name,
        Status = service.Status,
        Service = service with { ServiceAtLocations = null },
    };
}
