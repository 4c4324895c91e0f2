using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Register.Domain.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Register.Data;

/// <summary>How many disabled children of an age there may be in the area: a row of the population table that somebody loaded.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class ExpectedInBand
{
    public const int MaximumMethod = 400;

    public required AgeBand Band { get; init; }

    public required int Fewest { get; init; }

    public required int Most { get; init; }

    /// <summary>How it was worked out and from what.</summary>
    public required string Method { get; init; }

    public static void Map(EntityTypeBuilder<ExpectedInBand> expected)
    {
        expected.ToTable("expected_children");
        expected.HasKey(e => e.Band);
        expected.Property(e => e.Method).HasMaxLength(MaximumMethod);
    }
}
