using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Improvement.Data;

/// <summary>One link of the chain that shows when an update was changed or taken away behind the site's back.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class UpdateSeal
{
    /// <summary>From 1, without a gap.</summary>
    public required int Number { get; init; }

    public required Guid UpdateId { get; init; }

    /// <summary>Keyed digest of the update and of the link before it.</summary>
    public required byte[] Digest { get; init; }

    public static void Map(EntityTypeBuilder<UpdateSeal> seal)
    {
        seal.ToTable("update_seals");
        seal.HasKey(s => s.Number);
        seal.Property(s => s.Number).ValueGeneratedNever();
        seal.HasIndex(s => s.UpdateId).IsUnique();
    }
}
