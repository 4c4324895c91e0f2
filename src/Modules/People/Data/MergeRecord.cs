using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.People.Data;

/// <summary>Somebody decided that two rows are one person. It can be undone for 30 days.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class MergeRecord
{
    public const int MaximumReason = 300;

    public static readonly TimeSpan Undoable = TimeSpan.FromDays(30);

    public required Guid Id { get; init; }

    public required Guid FromId { get; init; }

    public required Guid IntoId { get; init; }

    /// <summary>Rows that had been merged into <see cref="FromId"/> before, and came along.</summary>
    public Guid[] AlongIds { get; init; } = [];

    public required string Reason { get; init; }

    public required DateTimeOffset MergedAt { get; init; }

    public Guid? MergedBy { get; init; }

    public DateTimeOffset? UndoneAt { get; set; }

    public static void Map(EntityTypeBuilder<MergeRecord> merge)
    {
        merge.ToTable("merges");
        merge.Property(m => m.Id).ValueGeneratedNever();
        merge.Property(m => m.Reason).HasMaxLength(MaximumReason);
        merge.HasIndex(m => m.IntoId);
        merge.HasIndex(m => m.FromId).IsUnique().HasFilter("undone_at is null");
    }
}

/// <summary>Somebody compared two rows and found two people. Without this, a death or restriction on the one holds everything to the other.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class DifferentPeople
{
    /// <summary>The lower id of the two.</summary>
    public required Guid FirstId { get; init; }

    public required Guid SecondId { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    public Guid? DecidedBy { get; init; }

    /// <summary>The same pair, whichever way round it is asked for.</summary>
    public static (Guid First, Guid Second) Pair(Guid one, Guid other) => one.CompareTo(other) < 0 ? (one, other) : (other, one);

    public static void Map(EntityTypeBuilder<DifferentPeople> different)
    {
        different.ToTable("different_people");
        different.HasKey(d => new { d.FirstId, d.SecondId });
        different.Property(d => d.Reason).HasMaxLength(MergeRecord.MaximumReason);
    }
}

/// <summary>A row of the view <c>people.marks</c>: a blind index by which two rows may be one person.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Mark
{
    public required Guid PersonId { get; init; }

    public required byte[] Value { get; init; }

    public static void Map(EntityTypeBuilder<Mark> mark) => mark.HasNoKey().ToView("marks", PeopleDbContext.Schema);
}
