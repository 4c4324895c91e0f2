using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Register.Data;

/// <summary>In which ward a postcode lies, from a table that somebody loaded. The postcode itself is kept by its blind index alone, as on an entry.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class PostcodeWard
{
    public const int MaximumWard = 100;

    public required byte[] PostcodeIndex { get; init; }

    public required string Ward { get; init; }

    public static void Map(EntityTypeBuilder<PostcodeWard> ward)
    {
        ward.ToTable("postcode_wards");
        ward.HasKey(w => w.PostcodeIndex);
        ward.Property(w => w.Ward).HasMaxLength(MaximumWard);
    }
}
