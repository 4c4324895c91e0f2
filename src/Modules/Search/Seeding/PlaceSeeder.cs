using System.Globalization;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Search.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Search.Seeding;

/// <summary>Loads places and postcodes that are not there yet.</summary>
internal sealed class PlaceSeeder(SearchDbContext context, SeedFiles files) : ISeeder
{
    public SeedSet Set => SeedSet.Reference;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var places = await context.Places.Select(place => place.Name).ToHashSetAsync(cancellationToken);
        foreach (var row in files.Rows(Set, "search/places.csv", "name", "kind", "aliases", "latitude", "longitude"))
        {
            if (places.Add(row["name"]))
            {
                context.Places.Add(new KnownPlace
                {
                    Name = row["name"],
                    Kind = row["kind"],
                    Aliases = row["aliases"].Split(';', StringSplitOptions.RemoveEmptyEntries),
                    Latitude = Degrees(row["latitude"]),
                    Longitude = Degrees(row["longitude"]),
                });
            }
        }

        var postcodes = await context.Postcodes.Select(postcode => postcode.Postcode).ToHashSetAsync(cancellationToken);
        foreach (var row in files.Rows(Set, "search/postcodes.csv", "postcode", "latitude", "longitude"))
        {
            if (postcodes.Add(row["postcode"]))
            {
                context.Postcodes.Add(new KnownPostcode
                {
                    Postcode = row["postcode"],
                    Latitude = Degrees(row["latitude"]),
                    Longitude = Degrees(row["longitude"]),
                });
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private static double Degrees(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
