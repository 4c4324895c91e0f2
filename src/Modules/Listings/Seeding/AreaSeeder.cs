using System.Globalization;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Seeding;

/// <summary>Loads areas that are not there yet, the bigger ones first.</summary>
internal sealed class AreaSeeder(ListingsDbContext context, SeedFiles files) : ISeeder
{
    public SeedSet Set => SeedSet.Reference;

    /// <summary>Before the services that name them.</summary>
    public int Order => -1;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var known = await context.Areas.Select(area => area.Code).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        foreach (var row in files.Rows(Set, "listings/areas.csv", "code", "name", "kind", "parent", "latitude", "longitude").Where(row => known.Add(row["code"])))
        {
            context.Areas.Add(new Area
            {
                Code = row["code"],
                Name = row["name"],
                Kind = Enum.Parse<AreaKind>(row["kind"], ignoreCase: true),
                ParentCode = row["parent"] is { Length: > 0 } parent ? parent : null,
                Latitude = Degrees(row["latitude"]),
                Longitude = Degrees(row["longitude"]),
            });
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private static double? Degrees(string cell) => cell.Length == 0 ? null : double.Parse(cell, CultureInfo.InvariantCulture);
}
