using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Register.Domain.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Register.Data;

/// <summary>What everybody can read about a quarter. Written once: the site's logins may neither change nor delete it.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class PublishedRelease
{
    public required int Year { get; init; }

    public required int Quarter { get; init; }

    /// <summary>The day on which the register was counted.</summary>
    public required DateOnly CountedOn { get; init; }

    public required DateOnly PublishedOn { get; init; }

    /// <summary>Null when it is not known, or the register is too small to say.</summary>
    public int? CoverageFrom { get; init; }

    public int? CoverageTo { get; init; }

    public string? CoverageMethod { get; init; }

    public Coverage? Covers() => CoverageFrom is { } from && CoverageTo is { } to ? new Coverage(from, to, CoverageMethod ?? "") : null;

    public static void Map(EntityTypeBuilder<PublishedRelease> release)
    {
        release.ToTable("register_releases", PublishedRows.Schema, table => table.HasCheckConstraint("ck_register_releases_quarter", "quarter between 1 and 4"));
        release.HasKey(r => new { r.Year, r.Quarter });
        release.Property(r => r.CoverageMethod).HasMaxLength(ExpectedInBand.MaximumMethod * AgeBands.All.Count);
    }
}

/// <summary>One number of a release, in words of its day.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class PublishedNumber
{
    public const int MaximumWords = 200;

    public required int Year { get; init; }

    public required int Quarter { get; init; }

    /// <summary>In the order of the page.</summary>
    public required int Place { get; init; }

    /// <summary>Slug of the table; empty for the number of children.</summary>
    public required string TableSlug { get; init; }

    public required string Row { get; init; }

    public required string RowWords { get; init; }

    /// <summary>Null for all ages together.</summary>
    public required AgeBand? Band { get; init; }

    /// <summary>Rounded; null when it is hidden.</summary>
    public required int? Value { get; init; }

    /// <summary>As it is printed.</summary>
    public required string Words { get; init; }

    public static void Map(EntityTypeBuilder<PublishedNumber> number)
    {
        number.ToTable("register_numbers", PublishedRows.Schema, table => table.HasCheckConstraint("ck_register_numbers_value", "value >= 5 and value % 5 = 0"));
        number.HasKey(n => new { n.Year, n.Quarter, n.Place });
        number.Property(n => n.TableSlug).HasMaxLength(PlanningCode.MaximumSlug);
        number.Property(n => n.Row).HasMaxLength(PlanningCode.MaximumSlug);
        number.Property(n => n.RowWords).HasMaxLength(MaximumWords);
        number.Property(n => n.Words).HasMaxLength(PlanningCode.MaximumSlug);
        number.HasOne<PublishedRelease>().WithMany().HasForeignKey(n => new { n.Year, n.Quarter }).OnDelete(DeleteBehavior.Restrict);
    }
}
