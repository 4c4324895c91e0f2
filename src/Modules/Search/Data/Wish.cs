using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Search.Data;

/// <summary>
/// What somebody was looking for and did not find, in their own words. They are asked to leave out names, and may not; and what they look
/// for says what a child needs. So it is stored like a need. The public login only adds rows.
/// </summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Wish
{
    public const int Longest = 500;

    public required Guid Id { get; init; }

    public required DateOnly Day { get; init; }

    [FieldClass(FieldClass.Special)]
    public required string Text { get; init; }

    /// <summary>A place that we know, or "".</summary>
    public required string Area { get; init; }

    public static void Map(EntityTypeBuilder<Wish> wish)
    {
        wish.ToTable("wishes");
        wish.Property(w => w.Id).ValueGeneratedNever();
        wish.Property(w => w.Area).HasMaxLength(80);
    }
}
