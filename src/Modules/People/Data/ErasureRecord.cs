using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.People.Data;

internal enum ErasureState
{
    /// <summary>A second person has to decide.</summary>
    Asked,
    Done,
    Refused,
}

/// <summary>Somebody asked that what is held about a person is erased; a second person decides. What was erased and what is kept stays here as the proof.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class ErasureRecord
{
    private const int LongestSteps = 16_000;

    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required string Reason { get; init; }

    public required ErasureState State { get; set; }

    public required DateTimeOffset AskedAt { get; init; }

    public Guid? AskedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; set; }

    public Guid? DecidedBy { get; set; }

    public string? Decision { get; set; }

    /// <summary>JSON: kinds and counts, and why something is kept. Nothing of what was held.</summary>
    public string? Steps { get; set; }

    public static void Map(EntityTypeBuilder<ErasureRecord> erasure)
    {
        erasure.ToTable("erasures");
        erasure.Property(e => e.Id).ValueGeneratedNever();
        erasure.Property(e => e.Reason).HasMaxLength(MergeRecord.MaximumReason);
        erasure.Property(e => e.Decision).HasMaxLength(MergeRecord.MaximumReason);
        erasure.Property(e => e.Steps).HasMaxLength(LongestSteps);
        erasure.HasIndex(e => e.PersonId).IsUnique().HasFilter("state = 'asked'").HasDatabaseName("ix_erasures_one_open");
        erasure.HasIndex(e => e.AskedAt);
    }
}
