using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Feedback.Data;

/// <summary>What somebody wants to tell us.</summary>
internal enum CommentKind
{
    Wrong,
    Missing,
    HardToUse,
    Idea,
    Thanks,
}

/// <summary>What we did about it.</summary>
internal enum CommentState
{
    New,
    DealtWith,

    /// <summary>Nothing can be done: nonsense, or not about this site.</summary>
    SetAside,
}

/// <summary>What a moderator said of the words. Stored.</summary>
internal enum Moderation
{
    /// <summary>Nobody but a moderator reads the words.</summary>
    Waiting,
    Accepted,

    /// <summary>Only <see cref="Comment.PassedOn"/> is read; the original stays sealed.</summary>
    WordsRemoved,
    NotForPublishing,

    /// <summary>Locked: only the safeguarding lead reads it.</summary>
    Worried,
}

/// <summary>Why a comment need not be published (SEND Regulations 2014, reg 56). Stored.</summary>
internal enum WhyNot
{
    Abusive,
    Vexatious,

    /// <summary>A complaint about a service to one person: it has its own way.</summary>
    AboutOnePerson,
    NotAboutTheLocalOffer,
}

/// <summary>What somebody told us about a page, without saying who they are. The public site adds rows and cannot read them.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Comment
{
    public const string Subject = "comment";
    public const int MaximumWords = 2000;
    public const int MaximumAbout = 400;
    public const int MaximumDone = 500;

    public required Guid Id { get; init; }

    /// <summary>Path of the page that it is about; empty for the whole site.</summary>
    public string? About { get; init; }

    public required CommentKind Kind { get; init; }

    /// <summary>We ask for no names, and somebody may write one all the same, or what a child needs.</summary>
    [FieldClass(FieldClass.Special)]
    public required string Words { get; init; }

    public required DateTimeOffset At { get; init; }

    public required CommentState State { get; set; }

    /// <summary>What we did, in a colleague's words.</summary>
    public string? Done { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    public Moderation Moderation { get; set; }

    /// <summary>The words without what points at somebody; null unless words were removed.</summary>
    [FieldClass(FieldClass.Special)]
    public string? WithoutWho { get; set; }

    public WhyNot? WhyNot { get; set; }

    public DateTimeOffset? ModeratedAt { get; set; }

    public string? ModeratedBy { get; set; }

    /// <summary>What the safeguarding lead did about a worry.</summary>
    [FieldClass(FieldClass.Safety)]
    public string? WorryNote { get; set; }

    public DateTimeOffset? WorryTakenUpAt { get; set; }

    /// <summary>The theme that it stands in; null for none.</summary>
    public Guid? ThemeId { get; set; }

    /// <summary>What whoever answers may read; null while nobody has moderated it, and when it is locked.</summary>
    public string? PassedOn => Moderation switch
    {
        Moderation.Accepted or Moderation.NotForPublishing => Words,
        Moderation.WordsRemoved => WithoutWho,
        _ => null,
    };

    /// <summary>It may be counted in a theme that is published.</summary>
    public bool MayBePublished => Moderation is Moderation.Accepted or Moderation.WordsRemoved;
}

internal sealed class CommentConfiguration : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.ToTable("Comments");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.About).HasMaxLength(Comment.MaximumAbout);
        builder.Property(c => c.Done).HasMaxLength(Comment.MaximumDone);
        builder.Property(c => c.ModeratedBy).HasMaxLength(100);

        // Two moderators who read the same words: the database lets one decide.
        builder.Property(c => c.Moderation).IsConcurrencyToken();
        builder.Ignore(c => c.PassedOn);
        builder.Ignore(c => c.MayBePublished);
        builder.HasOne<Theme>().WithMany().HasForeignKey(c => c.ThemeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.State, c.At });
        builder.HasIndex(c => new { c.Moderation, c.At });
    }
}
