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

/// <summary>What somebody told us about a page, without saying who they are. The public site adds rows and cannot read them.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Comment
{
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
}

internal sealed class CommentConfiguration : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.ToTable("Comments");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.About).HasMaxLength(Comment.MaximumAbout);
        builder.Property(c => c.Done).HasMaxLength(Comment.MaximumDone);
        builder.HasIndex(c => new { c.State, c.At });
    }
}
