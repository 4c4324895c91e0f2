using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.Staff.KeepPlaces;

internal sealed record KeepPlaces(ListQuery Query) : IQuery<Listed<PlaceRow>>
{
    public Permission Permission => ListingsPermissions.ReadRecords;
}

internal sealed record PlaceRow(Guid Id, PlaceWords Words, RecordState State, int Services, int Facts);

internal sealed class KeepPlacesHandler(ListingsDbContext context) : IRequestHandler<KeepPlaces, Outcome<Listed<PlaceRow>>>
{
    public async Task<Outcome<Listed<PlaceRow>>> Handle(KeepPlaces request, CancellationToken cancellationToken)
    {
        var places = context.Places.AsNoTracking();
        if (request.Query["words"] is { } words)
        {
            var like = Like.Containing(words);
            places = places.Where(place =>
                EF.Functions.ILike(place.Name ?? "", like) || EF.Functions.ILike(place.Address ?? "", like)
                || EF.Functions.ILike(place.Town ?? "", like) || EF.Functions.ILike(place.Postcode ?? "", like));
        }

        if (request.Query["state"] is { } state && Enum.Parse<RecordState>(state) is var wanted)
        {
            places = places.Where(place => place.State == wanted);
        }

        places = request.Query.Sort switch
        {
            "-name" => places.OrderByDescending(place => place.Name).ThenBy(place => place.Id),
            "town" => places.OrderBy(place => place.Town).ThenBy(place => place.Id),
            "-town" => places.OrderByDescending(place => place.Town).ThenBy(place => place.Id),
            _ => places.OrderBy(place => place.Name).ThenBy(place => place.Id),
        };
        return await places
            .Select(place => new PlaceRow(
                place.Id, new PlaceWords(place.Name, place.Address, place.Town, place.Postcode), place.State,
                context.ServicePlaces.Count(used => used.PlaceId == place.Id), place.AccessFacts.Count))
            .ToPageAsync(request.Query, cancellationToken);
    }
}
