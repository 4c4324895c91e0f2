using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Improvement.Data;

/// <summary>A duty that comes back was done in one of its times. One that has none was missed, for good.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class DutyRecord
{
    public const int MaximumWords = 700;

    public required Guid Id { get; init; }

    public required Guid PartId { get; init; }

    /// <summary>Last day of the time.</summary>
    public required DateOnly PeriodEnd { get; init; }

    public required string Words { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string? By { get; init; }

    public static void Map(EntityTypeBuilder<DutyRecord> record)
    {
        record.ToTable("duty_records");
        record.Property(r => r.Id).ValueGeneratedNever();
        record.Property(r => r.Words).HasMaxLength(MaximumWords);
        record.Property(r => r.By).HasMaxLength(100);
        record.HasOne<ImprovementPart>().WithMany().HasForeignKey(r => r.PartId).OnDelete(DeleteBehavior.Restrict);
        record.HasIndex(r => new { r.PartId, r.PeriodEnd }).IsUnique();
    }
}
