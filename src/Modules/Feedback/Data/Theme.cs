using Medway.LocalOffer.Feedback.Contracts;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Feedback.Data;

/// <summary>How far a theme is. Stored.</summary>
internal enum ThemeState
{
    Draft,

    /// <summary>Written, and somebody else has to read it.</summary>
    Sent,
    Published,
}

/// <summary>What several comments have in common, and our answer. Nobody's own words: those stay with the comments.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Theme
{
    public const string Subject = "feedback_theme";
    public const int MaximumSaid = 200;
    public const int MaximumWords = 600;
    public const int MaximumReason = 500;

    public required Guid Id { get; init; }

    public required string Said { get; set; }

    /// <summary>In Easy Read: short sentences, one a line.</summary>
    public string EasySaid { get; set; } = "";

    /// <summary>Null until somebody has answered.</summary>
    public YouSaidStatus? Status { get; set; }

    public string Response { get; set; } = "";

    /// <inheritdoc cref="EasySaid"/>
    public string EasyResponse { get; set; } = "";

    public DateOnly? By { get; set; }

    public string? BeforePath { get; set; }

    public string? AfterPath { get; set; }

    public required ThemeState State { get; set; }

    /// <summary>Why a second person sent it back; null otherwise.</summary>
    public string? SentBack { get; set; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Who wrote it last: somebody else publishes.</summary>
    public required string? WrittenBy { get; set; }

    /// <summary>First time.</summary>
    public DateTimeOffset? PublishedAt { get; set; }
}

internal sealed class ThemeConfiguration : IEntityTypeConfiguration<Theme>
{
    public void Configure(EntityTypeBuilder<Theme> builder)
    {
        builder.ToTable("Themes");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Said).HasMaxLength(Theme.MaximumSaid);
        builder.Property(t => t.EasySaid).HasMaxLength(Theme.MaximumSaid);
        builder.Property(t => t.Response).HasMaxLength(Theme.MaximumWords);
        builder.Property(t => t.EasyResponse).HasMaxLength(Theme.MaximumWords);
        builder.Property(t => t.BeforePath).HasMaxLength(Comment.MaximumAbout);
        builder.Property(t => t.AfterPath).HasMaxLength(Comment.MaximumAbout);
        builder.Property(t => t.SentBack).HasMaxLength(Theme.MaximumReason);
        builder.Property(t => t.WrittenBy).HasMaxLength(100);
        builder.Property(t => t.State).IsConcurrencyToken();
        builder.HasIndex(t => new { t.State, t.StartedAt });
    }
}
