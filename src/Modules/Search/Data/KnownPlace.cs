using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Search.Data;

/// <summary>A town, village, landmark, postcode district or sector that "near" understands.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class KnownPlace
{
    public required string Name { get; init; }

    /// <summary>area, town, suburb, village, landmark, postcode_district or postcode_sector.</summary>
    public required string Kind { get; set; }

    /// <summary>Other names and common misspellings.</summary>
    public required string[] Aliases { get; set; }

    /// <summary>WGS84 degrees.</summary>
    public double Latitude { get; set; }

    /// <inheritdoc cref="Latitude"/>
    public double Longitude { get; set; }

    public static void Map(EntityTypeBuilder<KnownPlace> place)
    {
        place.ToTable("places");
        place.HasKey(p => p.Name);
        place.Property(p => p.Name).HasMaxLength(80);
        place.Property(p => p.Kind).HasMaxLength(20);
    }
}
