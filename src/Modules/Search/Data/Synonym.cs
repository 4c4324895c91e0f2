using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Search.Data;

/// <summary>What a family may type, and other words to look for as well. Never shown: some are dated or unkind.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class Synonym
{
    /// <summary>Normalised; one or more words.</summary>
    public required string Term { get; init; }

    /// <summary>Normalised; each may be several words, all of which must match.</summary>
    public required string[] Means { get; set; }

    /// <summary>Means this only when nothing else is typed.</summary>
    public bool OnlyAlone { get; set; }

    /// <summary>A query that it was added for, so that a later editor can see whether it still helps.</summary>
    public string? TestQuery { get; set; }

    public string? Why { get; set; }

    public static void Map(EntityTypeBuilder<Synonym> synonym)
    {
        synonym.HasKey(s => s.Term);
        synonym.Property(s => s.Term).HasMaxLength(100);
        synonym.Property(s => s.TestQuery).HasMaxLength(200);
        synonym.Property(s => s.Why).HasMaxLength(500);
    }
}
