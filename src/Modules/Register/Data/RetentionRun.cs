using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Register.Data;

/// <summary>Stored.</summary>
internal enum RetentionState
{
    /// <summary>A second person decides.</summary>
    Asked,
    Done,
    Refused,
}

/// <summary>Somebody asked that entries whose time is over are erased; a second person decides.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class RetentionRun
{
    public const string Subject = "retention_run";

    public required Guid Id { get; init; }

    /// <summary>Those that were due when it was asked. Which of them still are is looked at again when it is done.</summary>
    public required Guid[] EntryIds { get; init; }

    public required RetentionState State { get; set; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>An account's id.</summary>
    public string? AskedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? DecidedBy { get; set; }

    public int Erased { get; set; }

    /// <summary>People whom no other part of the product needs to know: their names went too.</summary>
    public int Forgotten { get; set; }

    public uint Version { get; init; }

    public static void Map(EntityTypeBuilder<RetentionRun> run)
    {
        run.ToTable("retention_runs");
        run.Property(r => r.Id).ValueGeneratedNever();
        run.Property(r => r.Version).IsRowVersion();
        run.Property(r => r.AskedBy).HasMaxLength(100);
        run.Property(r => r.DecidedBy).HasMaxLength(100);
        run.HasIndex(r => r.State).IsUnique().HasFilter("state = 'asked'").HasDatabaseName("ix_retention_runs_one_open");
    }
}
