using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Register.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Register.Data;

/// <summary>The words by which a family was asked, as they stood then. A change is a new version; nobody can change an old one.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Wording
{
    public const int MaximumTitle = 200;
    public const int MaximumWords = 1000;

    public required Guid Id { get; init; }

    public required string Purpose { get; init; }

    public required int Number { get; init; }

    /// <summary>ISO 639-1.</summary>
    public required string Language { get; init; }

    public required string Title { get; init; }

    public required string Words { get; init; }

    /// <summary>SHA-256 of title and words, in hexadecimal: shows that they are the same as on a receipt.</summary>
    public required string Digest { get; init; }

    public required DateTimeOffset Since { get; init; }

    public static void Map(EntityTypeBuilder<Wording> wording)
    {
        wording.ToTable("wordings");
        wording.Property(w => w.Id).ValueGeneratedNever();
        wording.Property(w => w.Purpose).HasMaxLength(ConsentPurpose.MaximumSlug);
        wording.Property(w => w.Language).HasMaxLength(2);
        wording.Property(w => w.Title).HasMaxLength(MaximumTitle);
        wording.Property(w => w.Words).HasMaxLength(MaximumWords);
        wording.Property(w => w.Digest).HasMaxLength(64);
        wording.HasIndex(w => new { w.Purpose, w.Number, w.Language }).IsUnique();
    }
}
