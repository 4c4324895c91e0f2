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

    /// <summary>Stands for the school without saying anything about it: a new one whenever another is named. Null for the first.</summary>
    public Guid? SchoolKey { get; private set; }

    [FieldClass(FieldClass.Special)]
    public required SchoolHelp Help { get; set; }

    /// <summary>What they use and what they would like, in their own words.</summary>
    [FieldClass(FieldClass.Special)]
    public required string Wanted { get; set; }

    /// <summary>Code of the place where the child learns (<see cref="CodeLists.Setting"/>); null when the family did not say.</summary>
    [FieldClass(FieldClass.Special)]
    public string? Setting { get; set; }

    /// <summary>Codes of <see cref="CodeLists.Service"/>, separated by semicolons; null when the family did not say.</summary>
    [FieldClass(FieldClass.Special)]
    public string? ServicesUsed { get; set; }

    /// <inheritdoc cref="ServicesUsed"/>
    [FieldClass(FieldClass.Special)]
    public string? ServicesWanted { get; set; }

    /// <summary>Finds the ward of the home in a table, and is no postcode; null when nobody wrote one.</summary>
    public byte[]? PostcodeIndex { get; set; }

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

    public bool IsStanding => State is EntryState.Received or EntryState.Live or EntryState.Lapsed;

    public IReadOnlyList<Difficulty> DifficultiesRead() => [.. Split(Difficulties).Select(Enum.Parse<Difficulty>)];

    public CodedFacts Coded() => new(Setting ?? "", Split(ServicesUsed), Split(ServicesWanted));

    /// <summary>Another name is another school: what was agreed for the one before does not reach it. The same in other letters is the same.</summary>
    /// <returns>Whether it is another one.</returns>
    public bool Name(string school)
    {
        var isOther = !IsSchool(school);
        School = school.Trim();
        SchoolKey = isOther ? Guid.CreateVersion7() : SchoolKey;
        return isOther;
    }

    public bool IsSchool(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return School.Trim().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase);
    }

    public void Say(CodedFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        (Setting, ServicesUsed, ServicesWanted) = (Kept(facts.Setting), Kept(string.Join(';', facts.ServicesUsed.Distinct())), Kept(string.Join(';', facts.ServicesWanted.Distinct())));
    }

    /// <summary>Whether it holds anything about the child beside who it is.</summary>
    public bool SaysSomething =>
        Difficulties.Length + School.Length + Wanted.Length > 0 || Help != SchoolHelp.NotSaid || Setting is not null || ServicesUsed is not null || ServicesWanted is not null || PostcodeIndex is not null;

    public void Forget()
    {
        (Difficulties, School, Wanted, Help, PostcodeIndex) = ("", "", "", SchoolHelp.NotSaid, null);
        Say(CodedFacts.None);
    }

    private static string? Kept(string codes) => codes.Length == 0 ? null : codes;

    private static string[] Split(string? codes) => (codes ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);

    public static void Map(EntityTypeBuilder<RegisterEntry> entry)
    {
        entry.ToTable("entries");

        // By name: the search has a table that is called the same.
        entry.HasKey(e => e.Id).HasName("pk_entries");
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
