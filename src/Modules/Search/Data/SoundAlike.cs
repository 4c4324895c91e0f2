using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Search.Data;

/// <summary>A spelling by ear that letters alone would not put right: fisio for physio.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class SoundAlike
{
    /// <summary>Normalised.</summary>
    public required string Typed { get; init; }

    /// <summary>Normalised.</summary>
    public required string Meant { get; set; }

    public static void Map(EntityTypeBuilder<SoundAlike> soundAlike)
    {
        soundAlike.HasKey(s => s.Typed);
        soundAlike.Property(s => s.Typed).HasMaxLength(60);
        soundAlike.Property(s => s.Meant).HasMaxLength(60);
    }
}
