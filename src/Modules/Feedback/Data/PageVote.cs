using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Feedback.Data;

/// <summary>Somebody said whether a page helped. The public site adds rows and cannot read them; nothing says who it was.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class PageVote
{
    public required Guid Id { get; init; }

    /// <summary>Path of the page.</summary>
    public required string About { get; init; }

    public required bool IsHelpful { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class PageVoteConfiguration : IEntityTypeConfiguration<PageVote>
{
    public void Configure(EntityTypeBuilder<PageVote> builder)
    {
        builder.ToTable("PageVotes");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.About).HasMaxLength(Comment.MaximumAbout);
        builder.HasIndex(v => new { v.At, v.About });
    }
}
