using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.CoDesign.Data;

/// <summary>Young people are asked about one to five pages or tasks, between two days, and told by a third day what came of it.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Round
{
    public const int MaximumName = 100;
    public const int MaximumPurpose = 400;
    public const int MaximumEasy = 1000;

    public required Guid Id { get; init; }

    /// <summary>Last part of its public address.</summary>
    public required string Slug { get; init; }

    public required string Name { get; set; }

    /// <summary>In plain words, as young people read it.</summary>
    public required string Purpose { get; set; }

    public required DateOnly OpensOn { get; set; }

    /// <summary>Last day on which somebody can answer.</summary>
    public required DateOnly ClosesOn { get; set; }

    /// <summary>The day by which they hear what came of it; a round cannot open without it.</summary>
    public DateOnly? ReplyOn { get; set; }

    public required Guid LeadId { get; set; }

    /// <summary>Who reads answers first; a round cannot open without one.</summary>
    public Guid? ModeratorId { get; set; }

    public required RoundState State { get; set; }

    public Guid? SignedOffBy { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public DateOnly? PublishedOn { get; set; }

    /// <summary>The whole outcome in Easy Read; without it nothing is published.</summary>
    public string? EasyRead { get; set; }

    public DateTimeOffset? CardsErasedAt { get; set; }

    public DateTimeOffset? AnswersErasedAt { get; set; }

    public uint Version { get; private set; }

    public List<Part> Parts { get; } = [];

    public List<Group> Groups { get; } = [];

    /// <summary>Whether somebody may answer on this day.</summary>
    public bool TakesAnswers(DateOnly today) => State == RoundState.Open && today >= OpensOn && today <= ClosesOn;

    public static void Map(EntityTypeBuilder<Round> round)
    {
        round.ToTable("rounds", table => table.HasCheckConstraint("ck_rounds_days", "opens_on <= closes_on and (reply_on is null or closes_on <= reply_on)"));
        round.Property(r => r.Id).ValueGeneratedNever();
        round.Property(r => r.Slug).HasMaxLength(MaximumName);
        round.Property(r => r.Name).HasMaxLength(MaximumName);
        round.Property(r => r.Purpose).HasMaxLength(MaximumPurpose);
        round.Property(r => r.EasyRead).HasMaxLength(MaximumEasy);
        round.Property(r => r.Version).IsRowVersion();
        round.HasIndex(r => r.Slug).IsUnique();
        round.HasMany(r => r.Parts).WithOne(p => p.Round).HasForeignKey(p => p.RoundId).OnDelete(DeleteBehavior.Cascade);
        round.HasMany(r => r.Groups).WithOne(g => g.Round).HasForeignKey(g => g.RoundId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>
/// One screen: a section of a page as it was when it was pinned, or a task, and what is asked of it. It holds its own copy, so that nothing that
/// happens to the page takes an answer's meaning away.
/// </summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Part
{
    public const int MostOfAPage = 8;
    public const int MostPages = 5;
    public const int MaximumTask = 200;
    public const int MaximumHtml = 100_000;
    public const int MaximumSpoken = 4000;

    public required Guid Id { get; init; }

    public required Guid RoundId { get; init; }

    public Round? Round { get; set; }

    /// <summary>From 1, through the whole round.</summary>
    public required int Position { get; set; }

    public required Ask Ask { get; init; }

    /// <summary>Title of the page; for a task, the task.</summary>
    public required string Title { get; init; }

    public Guid? DocumentId { get; init; }

    public Guid? RevisionId { get; init; }

    public string? Path { get; init; }

    /// <summary>Who wrote that revision: they may not moderate answers about it.</summary>
    public string? WrittenBy { get; init; }

    /// <summary>The section's id in the page.</summary>
    public string? Anchor { get; init; }

    public string? Heading { get; init; }

    /// <summary>As the page prints it.</summary>
    public string? Html { get; init; }

    /// <summary>The file in which the council reads this part out; null when nobody has recorded it.</summary>
    public Guid? RecordingId { get; set; }

    /// <summary>What is said in it, word for word; there is no recording without it.</summary>
    public string? Spoken { get; set; }

    public static void Map(EntityTypeBuilder<Part> part)
    {
        part.ToTable("parts", table =>
        {
            table.HasCheckConstraint("ck_parts_pinned", "(document_id is null) = (revision_id is null)");
            table.HasCheckConstraint("ck_parts_recording", "(recording_id is null) = (spoken is null)");
        });
        part.Property(p => p.Id).ValueGeneratedNever();
        part.Property(p => p.Title).HasMaxLength(MaximumTask);
        part.Property(p => p.Path).HasMaxLength(400);
        part.Property(p => p.WrittenBy).HasMaxLength(100);
        part.Property(p => p.Anchor).HasMaxLength(100);
        part.Property(p => p.Heading).HasMaxLength(400);
        part.Property(p => p.Html).HasMaxLength(MaximumHtml);
        part.Property(p => p.Spoken).HasMaxLength(MaximumSpoken);
        part.HasIndex(p => new { p.RoundId, p.Position });
        part.HasIndex(p => p.DocumentId);
    }
}

/// <summary>A school or youth group whose facilitator gives out the cards. Who holds which card stands on paper there, and never here.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Group
{
    public const string LinkPurpose = "codesign.facilitator";
    public const int MaximumName = 100;
    public const int MaximumContact = 300;

    public required Guid Id { get; init; }

    public required Guid RoundId { get; init; }

    public Round? Round { get; set; }

    /// <summary>"A", "B": what staff see of a group beside answers.</summary>
    public required string Letter { get; init; }

    /// <summary>A school's name says where children are.</summary>
    [FieldClass(FieldClass.Personal)]
    public required string Name { get; set; }

    /// <summary>Whom the safeguarding lead calls.</summary>
    [FieldClass(FieldClass.Personal)]
    public required string Contact { get; set; }

    /// <summary>The group agreed that accepted words may be quoted.</summary>
    public required bool MayBeQuoted { get; set; }

    public static void Map(EntityTypeBuilder<Group> group)
    {
        group.ToTable("groups");
        group.Property(g => g.Id).ValueGeneratedNever();
        group.Property(g => g.Letter).HasMaxLength(2);
        group.HasIndex(g => new { g.RoundId, g.Letter }).IsUnique();
    }
}
