using Medway.LocalOffer.Feedback.Contracts;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Feedback.Data;

/// <summary>A theme and its answer as they were published: all that the public login reads of this module. The latest row of a theme counts.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class PublishedYouSaid
{
    public required Guid Id { get; init; }

    /// <summary>With no reference to it: this schema stands alone.</summary>
    public required Guid ThemeId { get; init; }

    public required string Said { get; init; }

    public required string EasySaid { get; init; }

    public required YouSaidStatus Status { get; init; }

    public required string Response { get; init; }

    public required string EasyResponse { get; init; }

    public DateOnly? By { get; init; }

    public string? BeforePath { get; init; }

    public string? AfterPath { get; init; }

    /// <summary>Comments that stand in it; 0 for fewer than 5, so that a small number is not even here.</summary>
    public required int People { get; init; }

    /// <summary>The first time that the theme was published, in London.</summary>
    public required DateOnly PublishedOn { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class PublishedYouSaidConfiguration : IEntityTypeConfiguration<PublishedYouSaid>
{
    public void Configure(EntityTypeBuilder<PublishedYouSaid> builder)
    {
        builder.ToTable("feedback_you_said", PublishedRows.Schema, table => table.HasCheckConstraint("ck_feedback_you_said_people", "people = 0 or people >= 5"));
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Said).HasMaxLength(Theme.MaximumSaid);
        builder.Property(r => r.EasySaid).HasMaxLength(Theme.MaximumSaid);
        builder.Property(r => r.Response).HasMaxLength(Theme.MaximumWords);
        builder.Property(r => r.EasyResponse).HasMaxLength(Theme.MaximumWords);
        builder.Property(r => r.BeforePath).HasMaxLength(Comment.MaximumAbout);
        builder.Property(r => r.AfterPath).HasMaxLength(Comment.MaximumAbout);
        builder.HasIndex(r => new { r.ThemeId, r.At });
    }
}
