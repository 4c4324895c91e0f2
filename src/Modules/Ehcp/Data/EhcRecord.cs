using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Ehcp.Data;

/// <summary>Who asked for the assessment. Stored.</summary>
internal enum Asker
{
    Parent,
    YoungPerson,
    School,

    /// <summary>Anybody else may bring a child to the council's attention (Children and Families Act 2014, s36 and s24).</summary>
    SomebodyElse,
}

/// <summary>
/// One child's way from a request to a plan and its reviews. Dates follow from its events and are worked out each time; only the next one is kept,
/// so that ten thousand records can be sorted by it.
/// </summary>
[FieldClass(FieldClass.Staff)]
internal sealed class EhcRecord
{
    public const string Subject = "ehc_record";
    public const string ReferencePrefix = "EHC";
    public const int MaximumEvidence = 4000;
    public const int MaximumTeam = 80;

    public required Guid Id { get; init; }

    /// <summary>As <c>EHC-7F3K-2Q</c>: what people say and write instead of a name.</summary>
    public required string Reference { get; init; }

    /// <summary>Of People: the row that is kept, when two turned out to be one child.</summary>
    public required Guid ChildId { get; set; }

    /// <summary>The row for which it was logged, while another one is kept; null else. Rows that are taken apart again are told apart by it.</summary>
    public Guid? LoggedForId { get; set; }

    public required Asker AskedBy { get; init; }

    /// <summary>The person who asked, where People knows them.</summary>
    public Guid? AskerId { get; init; }

    /// <summary>Where a school, or whoever asked, hears what became of it; null when nobody said.</summary>
    [FieldClass(FieldClass.Personal)]
    public string? AskerMailbox { get; init; }

    /// <summary>Day 0. Rules stand as they were in force on this day.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>What came with the request, and what it says.</summary>
    [FieldClass(FieldClass.Special)]
    public required string Evidence { get; init; }

    /// <summary>The account of whoever looks after it: its caseload.</summary>
    public required Guid CoordinatorId { get; set; }

    /// <summary>The account of whoever looks after it while that officer is away; null while they are not.</summary>
    public Guid? CoverId { get; set; }

    public string? Team { get; set; }

    public required Stage Stage { get; set; }

    public bool IsOver { get; set; }

    /// <summary>By when the council or an adviser has to act next, by law; null when nothing is due.</summary>
    public DateOnly? NextOn { get; set; }

    /// <summary>Code of the rule behind <see cref="NextOn"/>.</summary>
    public string? NextCode { get; set; }

    public required DateTimeOffset RecordedAt { get; init; }

    public uint Version { get; init; }

    /// <summary>Keeps what is stored of the dates in step with the events.</summary>
    /// <param name="happened">As believed now.</param>
    public void Follow(IReadOnlyList<Happening> happened, IReadOnlyList<DueDate> dates)
    {
        Stage = Stages.Of(happened);
        IsOver = Stages.IsOver(Stage);
        var next = NextOf(dates);
        (NextOn, NextCode) = (next?.Act, next?.Rule.Code);
    }

    /// <summary>The first open date of the law that is not the family's own time.</summary>
    public static DueDate? NextOf(IReadOnlyList<DueDate> dates) => dates
        .Where(date => date is { IsOpen: true, Day: not null, Rule: { Kind: RuleKind.Law, IsEarliest: false, Whose: not Actors.Family } })
        .OrderBy(date => date.Act).FirstOrDefault();

    public static void Map(EntityTypeBuilder<EhcRecord> record)
    {
        record.ToTable("records");
        record.Property(r => r.Id).ValueGeneratedNever();
        record.Property(r => r.Version).IsRowVersion();
        record.Property(r => r.Reference).HasMaxLength(20);
        record.Property(r => r.Team).HasMaxLength(MaximumTeam);
        record.Property(r => r.NextCode).HasMaxLength(10);
        record.HasIndex(r => r.Reference).IsUnique();
        record.HasIndex(r => r.ChildId);

        // Two requests for one child at once: the second is answered with the first. What followed a child to another row may be a second: staff end one.
        record.HasIndex(r => r.ChildId, "ix_records_one_open_for_a_child").IsUnique().HasFilter("not is_over and logged_for_id is null");
        record.HasIndex(r => new { r.CoordinatorId, r.NextOn }).HasFilter("not is_over");
        record.HasIndex(r => r.CoverId).HasFilter("cover_id is not null");
        record.HasIndex(r => r.NextOn).HasFilter("not is_over");
    }
}
