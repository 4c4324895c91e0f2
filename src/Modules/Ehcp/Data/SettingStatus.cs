using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Ehcp.Data;

/// <summary>Where a child is taught from a day on. It is never changed: what was wrong is taken back and recorded anew.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class SettingStatus
{
    public const int MaximumNote = 2000;

    public required Guid Id { get; init; }

    public required Guid RecordId { get; init; }

    public required SettingKind Kind { get; init; }

    /// <summary>The one before ends the day before.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Which school, what is arranged, or why there is none.</summary>
    [FieldClass(FieldClass.Special)]
    public required string Note { get; init; }

    /// <summary>When health was told (improvement plan 2024, 3.2(b)); null while it was not, and where there is no need.</summary>
    public DateOnly? HealthToldOn { get; set; }

    public string? HealthToldBy { get; set; }

    public required DateTimeOffset RecordedAt { get; init; }

    public string? RecordedBy { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public static void Map(EntityTypeBuilder<SettingStatus> status)
    {
        status.ToTable("setting_statuses");
        status.Property(s => s.Id).ValueGeneratedNever();

        // "From" is a word of SQL.
        status.Property(s => s.From).HasColumnName("since");
        status.Property(s => s.RecordedBy).HasMaxLength(100);
        status.Property(s => s.HealthToldBy).HasMaxLength(100);
        status.HasOne<EhcRecord>().WithMany().HasForeignKey(s => s.RecordId).OnDelete(DeleteBehavior.Restrict);

        // One a day: of two officers at once the second sees the first.
        status.HasIndex(s => new { s.RecordId, s.From }).IsUnique().HasFilter("withdrawn_at is null");
    }
}
