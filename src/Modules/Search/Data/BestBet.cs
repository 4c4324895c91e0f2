using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Search.Data;

/// <summary>What must come first when somebody types exactly these words, whatever the ranking says.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class BestBet
{
    public required Guid Id { get; init; }

    /// <summary>As a query is normalised.</summary>
    public required string Words { get; init; }

    /// <summary>The entry; one that is there no more is passed over.</summary>
    public required Guid EntryId { get; init; }

    /// <summary>Order among bets for the same words.</summary>
    public short Position { get; set; }

    public required string Why { get; set; }

    public static void Map(EntityTypeBuilder<BestBet> bet)
    {
        bet.ToTable("best_bets");
        bet.Property(b => b.Id).ValueGeneratedNever();
        bet.Property(b => b.Words).HasMaxLength(200);
        bet.Property(b => b.Why).HasMaxLength(300);
        bet.HasIndex(b => new { b.Words, b.EntryId }).IsUnique();
    }
}
