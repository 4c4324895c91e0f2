using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Search.Data;

/// <summary>A postcode in Medway, from OS Code-Point Open. Nobody's: the list says only which postcodes exist.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class KnownPostcode
{
    /// <summary>With one space: <c>ME7 1AA</c>.</summary>
    public required string Postcode { get; init; }

    /// <summary>WGS84 degrees.</summary>
    public double Latitude { get; set; }

    /// <inheritdoc cref="Latitude"/>
    public double Longitude { get; set; }

    public static void Map(EntityTypeBuilder<KnownPostcode> postcode)
    {
        postcode.ToTable("postcodes");
        postcode.HasKey(p => p.Postcode);
        postcode.Property(p => p.Postcode).HasMaxLength(8);
    }
}
