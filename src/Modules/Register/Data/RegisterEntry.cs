using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Register.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Register.Data;

/// <summary>A child or young person on the register. Who that is stands in People; read it only through <see cref="Reading.RegisterReader"/>.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class RegisterEntry
{
    public const string Subject = "register_entry";
    public const string ReferencePrefix = "REG";
    public const int MaximumText = 200;

    public required Guid Id { get; init; }

    public required string Reference { get; init; }

    public required Guid ChildId { get; init; }

    /// <summary>Who asked; the child's own id when a young person asked for themselves.</summary>
    public required Guid ApplicantId { get; init; }

    public required GiverCapacity Capacity { get; init; }

    public required EntryState State { get; set; }

    public required EntrySource Source { get; init; }

    /// <summary>First part of the postcode.</summary>
    public required string Area { get; set; }

    /// <summary>Names of <see cref="Difficulty"/>, separated by semicolons; empty when the family did not say.</summary>
    [FieldClass(FieldClass.Special)]
    public required string Difficulties { get; set; }

    /// <summary>School, nursery or college; empty when the family did not say.</summary>
    [FieldClass(FieldClass.Special)]
    public required string School { get; set; }

    [FieldClass(FieldClass.Special)]
    public required SchoolHelp Help { get; set; }

    /// <summary>What they use and what they would like, in their own words.</summary>
    [FieldClass(FieldClass.Special)]
    public required string Wanted { get; set; }

    /// <summary>The way to reach the applicant that they typed, until an officer has accepted it as theirs.</summary>
    public Guid? ContactPointId { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>In 2 working days at the latest.</summary>
    public required DateOnly AcknowledgeBy { get; set; }

    /// <summary>In 10 working days at the latest.</summary>
    public required DateOnly LiveBy { get; set; }

    public DateOnly? AcknowledgedOn { get; set; }

    public DateOnly? LiveOn { get; set; }

    /// <summary>When the family last said that it is still right.</summary>
    public DateOnly? ConfirmedOn { get; set; }

    public DateOnly? EndedOn { get; set; }

    /// <summary>What it said is gone, and only evidence stays.</summary>
    public DateOnly? ErasedOn { get; set; }

    public EvidenceKind? Evidence { get; set; }

    public DateOnly? EvidenceSeenOn { get; set; }

    /// <summary>An account's id.</summary>
    public string? EvidenceSeenBy { get; set; }

    /// <summary>The entry that stands for this child, when this one is a duplicate.</summary>
    public Guid? StandsInId { get; set; }

    public uint Version { get; init; }

    public IReadOnlyList<Difficulty> DifficultiesRead() =>
        [.. Difficulties.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Difficulty>)];

    public static void Map(EntityTypeBuilder<RegisterEntry> entry)
    {
        entry.ToTable("entries");
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.Version).IsRowVersion();
        entry.Property(e => e.Reference).HasMaxLength(20);
        entry.Property(e => e.Area).HasMaxLength(Domain.Area.Maximum);
        entry.Property(e => e.EvidenceSeenBy).HasMaxLength(100);
        entry.HasIndex(e => e.Reference).IsUnique();
        entry.HasIndex(e => e.ApplicantId);

        // Of one child one entry stands; the database holds two officers to it.
        entry.HasIndex(e => e.ChildId, "ux_entries_live_child").IsUnique().HasFilter("state in ('live', 'lapsed')");
        entry.HasIndex(e => e.ChildId);
        entry.HasIndex(e => new { e.State, e.LiveBy });
    }
}
