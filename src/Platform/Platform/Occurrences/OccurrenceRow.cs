using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Platform.Occurrences;

internal enum OccurrenceState
{
    Waiting,
    Done,
    Cancelled,

    /// <summary>Tried too often; somebody has to look.</summary>
    Failed,
}

/// <summary>One row of <c>platform.occurrences</c>. It stays when it is done: that is what keeps it from happening twice.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class OccurrenceRow
{
    public required Guid Id { get; init; }

    public required string Kind { get; init; }

    public required Guid Subject { get; init; }

    public required string Key { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required OccurrenceState State { get; init; }

    public int Attempts { get; init; }

    /// <summary>After a failure: not before then.</summary>
    public DateTimeOffset? TryAgainAt { get; init; }

    /// <inheritdoc cref="ErrorText"/>
    public string? LastError { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was done, cancelled or given up.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public static void Map(ModelBuilder model) => model.Entity<OccurrenceRow>(row =>
    {
        row.ToTable("occurrences");
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Kind).HasMaxLength(Occurrences.LongestKind);
        row.Property(r => r.Key).HasMaxLength(Occurrences.LongestKey);
        row.Property(r => r.LastError).HasMaxLength(ErrorText.MaximumLength);
        row.HasIndex(r => new { r.Kind, r.Subject, r.Key }).IsUnique();
        row.HasIndex(r => r.Subject);
        row.HasIndex(r => r.DueAt).HasFilter("state = 'waiting'");
    });
}
