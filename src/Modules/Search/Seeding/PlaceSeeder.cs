using CsvHelper;
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
        foreach (var row in files.Rows(Set, "search/places.csv"))
        {
            if (places.Add(row.GetField("name")!))
            {
                context.Places.Add(new KnownPlace
                {
                    Name = row.GetField("name")!,
                    Kind = row.GetField("kind")!,
                    Aliases = row.GetField("aliases")!.Split(';', StringSplitOptions.RemoveEmptyEntries),
                    Latitude = row.GetField<double>("latitude"),
                    Longitude = row.GetField<double>("longitude"),
                });
            }
        }

        var postcodes = await context.Postcodes.Select(postcode => postcode.Postcode).ToHashSetAsync(cancellationToken);
        foreach (var row in files.Rows(Set, "search/postcodes.csv"))
        {
            if (postcodes.Add(row.GetField("postcode")!))
            {
                context.Postcodes.Add(new KnownPostcode
                {
                    Postcode = row.GetField("postcode")!,
                    Latitude = row.GetField<double>("latitude"),
                    Longitude = row.GetField<double>("longitude"),
                });
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
