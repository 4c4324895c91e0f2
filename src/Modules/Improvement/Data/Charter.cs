using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Improvement.Data;

/// <summary>The co-production charter of action 4.1, as it was agreed. A new one stands beside it, and the latest counts.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Charter
{
    public const string Subject = "improvement_charter";
    public const int MaximumTitle = 200;
    public const int MaximumWords = 5000;

    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required string Words { get; init; }

    public required DateOnly AgreedOn { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string? By { get; init; }

    public static void Map(EntityTypeBuilder<Charter> charter)
    {
        charter.ToTable("charters");
        charter.Property(c => c.Id).ValueGeneratedNever();
        charter.Property(c => c.Title).HasMaxLength(MaximumTitle);
        charter.Property(c => c.Words).HasMaxLength(MaximumWords);
        charter.Property(c => c.By).HasMaxLength(100);
        charter.HasIndex(c => c.At);
    }
}

/// <summary>Somebody signed it: an organisation or a group.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class CharterSignature
{
    public const int MaximumWho = 200;

    public required Guid Id { get; init; }

    public required Guid CharterId { get; init; }

    public required string Who { get; init; }

    public required DateOnly SignedOn { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string? By { get; init; }

    public static void Map(EntityTypeBuilder<CharterSignature> signature)
    {
        signature.ToTable("charter_signatures");
        signature.Property(s => s.Id).ValueGeneratedNever();
        signature.Property(s => s.Who).HasMaxLength(MaximumWho);
        signature.Property(s => s.By).HasMaxLength(100);
        signature.HasOne<Charter>().WithMany().HasForeignKey(s => s.CharterId).OnDelete(DeleteBehavior.Restrict);
        signature.HasIndex(s => new { s.CharterId, s.Who }).IsUnique();
    }
}

/// <summary>Once a year somebody looks whether it is kept.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class CharterLook
{
    public const int MaximumWords = 1000;

    public required Guid Id { get; init; }

    public required Guid CharterId { get; init; }

    public required DateOnly LookedOn { get; init; }

    public required string Words { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string? By { get; init; }

    public static void Map(EntityTypeBuilder<CharterLook> look)
    {
        look.ToTable("charter_looks");
        look.Property(l => l.Id).ValueGeneratedNever();
        look.Property(l => l.Words).HasMaxLength(MaximumWords);
        look.Property(l => l.By).HasMaxLength(100);
        look.HasOne<Charter>().WithMany().HasForeignKey(l => l.CharterId).OnDelete(DeleteBehavior.Restrict);
        look.HasIndex(l => new { l.CharterId, l.LookedOn });
    }
}
