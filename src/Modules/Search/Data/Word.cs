using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Search.Data;

/// <summary>A word that stands in at least one entry: what a spelling suggestion may offer. Rebuilt by a job.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class Word
{
    public required string Text { get; init; }

    /// <summary>What the text-search configuration makes of it.</summary>
    public required string Stem { get; init; }

    /// <summary>In how many entries it stands.</summary>
    public int Entries { get; init; }

    public static void Map(EntityTypeBuilder<Word> word)
    {
        word.HasKey(w => w.Text);
        word.HasIndex(w => w.Stem);
    }
}
