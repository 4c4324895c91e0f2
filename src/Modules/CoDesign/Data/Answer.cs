using Medway.LocalOffer.CoDesign.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.CoDesign.Data;

/// <summary>What others may read of an answer's words.</summary>
internal enum Moderation
{
    /// <summary>There are no words.</summary>
    None,
    Waiting,
    Accepted,

    /// <summary>Accepted with words taken out; the original stays sealed.</summary>
    Trimmed,
    NotForPublishing,

    /// <summary>Locked. The safeguarding lead reads it.</summary>
    Worried,
}

/// <summary>One reviewer's answer to one part. Words are read by a moderator before anybody else, and by others only as <see cref="Shown"/>.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Answer
{
    public const int MaximumWords = 1000;

    public required Guid Id { get; init; }

    public required Guid ReviewerId { get; init; }

    public Reviewer? Reviewer { get; set; }

    public required Guid PartId { get; init; }

    public Part? Part { get; set; }

    /// <summary>Null: nothing was picked, which is not good and not bad.</summary>
    public Pick? Pick { get; set; }

    /// <summary>Names of <see cref="Reason"/>, with commas.</summary>
    public string Reasons { get; set; } = "";

    /// <summary>As they were typed. Somebody may write a name or a need.</summary>
    [FieldClass(FieldClass.Safety)]
    public string? Words { get; set; }

    /// <summary>What others may read: set by a moderator alone.</summary>
    [FieldClass(FieldClass.Special)]
    public string? Shown { get; set; }

    /// <summary>Grows with each change of the words: a decision holds for the words that were read.</summary>
    public int Edition { get; set; }

    public required Moderation State { get; set; }

    public required DateTimeOffset At { get; set; }

    public Guid? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>The safeguarding lead has taken it on.</summary>
    public DateTimeOffset? WorryClosedAt { get; set; }

    public Guid? ThemeId { get; set; }

    public uint Version { get; private set; }

    public IEnumerable<Reason> AllReasons => Reasons.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Reason>);

    public static void Map(EntityTypeBuilder<Answer> answer)
    {
        answer.ToTable("answers");
        answer.Property(a => a.Id).ValueGeneratedNever();
        answer.Property(a => a.Reasons).HasMaxLength(200);
        answer.Property(a => a.Version).IsRowVersion();
        answer.Ignore(a => a.AllReasons);
        answer.HasOne(a => a.Reviewer).WithMany().HasForeignKey(a => a.ReviewerId).OnDelete(DeleteBehavior.Cascade);
        answer.HasOne(a => a.Part).WithMany().HasForeignKey(a => a.PartId).OnDelete(DeleteBehavior.Restrict);
        answer.HasOne<Theme>().WithMany().HasForeignKey(a => a.ThemeId).OnDelete(DeleteBehavior.SetNull);
        answer.HasIndex(a => new { a.ReviewerId, a.PartId }).IsUnique();
        answer.HasIndex(a => new { a.State, a.At });
    }
}
