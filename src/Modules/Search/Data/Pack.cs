using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Search.Data;

/// <summary>A set of services that somebody who helps families put together: whoever has its address can open and print it. Holds nobody's data.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class Pack
{
    public const int LongestTitle = 80;
    public const int LongestNote = 600;

    /// <summary>As it stands in the address; cannot be guessed.</summary>
    public required string Code { get; init; }

    public required string Title { get; init; }

    public required string Note { get; init; }

    /// <summary>Of services, in the order they were chosen.</summary>
    public required string[] Slugs { get; init; }

    public required DateOnly MadeOn { get; init; }

    /// <summary>The last day on which it opens.</summary>
    public required DateOnly LastDay { get; init; }

    public static void Map(EntityTypeBuilder<Pack> pack)
    {
        pack.ToTable("packs");
        pack.HasKey(p => p.Code);
        pack.Property(p => p.Code).HasMaxLength(20);
        pack.Property(p => p.Title).HasMaxLength(LongestTitle);
        pack.Property(p => p.Note).HasMaxLength(LongestNote);
        pack.HasIndex(p => p.LastDay);
    }
}
