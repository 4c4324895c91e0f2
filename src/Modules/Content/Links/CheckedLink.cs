using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Content.Links;

/// <summary>An address of another site, and how it answered.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class CheckedLink
{
    /// <summary>Nights in a row after which it counts as broken: one bad night is nobody's fault.</summary>
    public const short Strikes = 3;

    public required Guid Id { get; init; }

    public required string WebAddress { get; init; }

    /// <summary>Failed tries in a row, one a night.</summary>
    public short Failures { get; set; }

    /// <summary>What was wrong at the last try, in words for staff; null when it answered.</summary>
    public string? Problem { get; set; }

    /// <summary>Where it said it has moved for good.</summary>
    public string? MovedTo { get; set; }

    public DateTimeOffset? TriedAt { get; set; }

    /// <summary>The first of the failures in a row.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    public List<LinkPlace> Places { get; } = [];
}

/// <summary>Where an address stands, as its module last said.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class LinkPlace
{
    public required Guid Id { get; init; }

    public required Guid LinkId { get; init; }

    /// <summary>Name of the <see cref="Contracts.ILinkSource"/>.</summary>
    public required string Source { get; init; }

    public required string Title { get; init; }

    public required string Href { get; init; }

    public string? Owner { get; init; }
}

internal sealed class CheckedLinkConfiguration : IEntityTypeConfiguration<CheckedLink>
{
    public const int LongestAddress = 2000;
    public const int LongestWords = 400;

    public void Configure(EntityTypeBuilder<CheckedLink> builder)
    {
        builder.ToTable("Links", table => table.HasCheckConstraint("ck_links_failing", "(failures > 0) = (failing_since is not null)"));
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.WebAddress).HasMaxLength(LongestAddress);
        builder.Property(l => l.Problem).HasMaxLength(LongestWords);
        builder.Property(l => l.MovedTo).HasMaxLength(LongestAddress);
        builder.HasIndex(l => l.WebAddress).IsUnique();
        builder.HasIndex(l => l.TriedAt);
        builder.HasMany(l => l.Places).WithOne().HasForeignKey(p => p.LinkId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LinkPlaceConfiguration : IEntityTypeConfiguration<LinkPlace>
{
    public void Configure(EntityTypeBuilder<LinkPlace> builder)
    {
        builder.ToTable("LinkPlaces");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Source).HasMaxLength(40);
        builder.Property(p => p.Title).HasMaxLength(CheckedLinkConfiguration.LongestWords);
        builder.Property(p => p.Href).HasMaxLength(CheckedLinkConfiguration.LongestWords);
        builder.Property(p => p.Owner).HasMaxLength(CheckedLinkConfiguration.LongestWords);
    }
}
