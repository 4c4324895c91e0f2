using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Register.Data;

/// <summary>A release as it was counted: the exact numbers beside those that are shown. It is kept because the next one is compared with it; nobody but named roles reads it.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class KeptRelease
{
    public const string Subject = "register_release";

    public required Guid Id { get; init; }

    /// <summary>Of the quarter; changes only until it is published.</summary>
    public required int Year { get; set; }

    public required int Quarter { get; set; }

    public required DateTimeOffset PreparedAt { get; set; }

    /// <summary>An account's id, or a job's name.</summary>
    public required string? PreparedBy { get; set; }

    /// <summary>The counts: <see cref="Planning.ReleaseText"/>.</summary>
    [FieldClass(FieldClass.Special)]
    public required string Content { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }

    public string? PublishedBy { get; set; }

    public uint Version { get; init; }

    public static void Map(EntityTypeBuilder<KeptRelease> release)
    {
        release.ToTable("planning_releases");
        release.Property(r => r.Id).ValueGeneratedNever();
        release.Property(r => r.Version).IsRowVersion();
        release.Property(r => r.PreparedBy).HasMaxLength(100);
        release.Property(r => r.PublishedBy).HasMaxLength(100);

        // One release a quarter, whatever two officers do at once.
        release.HasIndex(r => new { r.Year, r.Quarter }).IsUnique();
    }
}
