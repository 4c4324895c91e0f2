using Medway.LocalOffer.Feedback.Contracts;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.CoDesign.Data;

/// <summary>What several answers come to, in our words, and what we did about it.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Theme
{
    public const int MaximumSaid = 300;
    public const int MaximumResponse = 600;

    public required Guid Id { get; init; }

    public required Guid RoundId { get; init; }

    /// <summary>The page that it is about.</summary>
    public Guid? DocumentId { get; set; }

    public required string Said { get; set; }

    public required string EasySaid { get; set; }

    /// <summary>Words that the panel proposes for the page.</summary>
    public string? Proposed { get; set; }

    /// <summary>Null until there is a response.</summary>
    public YouSaidStatus? Status { get; set; }

    public string? Response { get; set; }

    public string? EasyResponse { get; set; }

    public DateOnly? By { get; set; }

    public string? AfterPath { get; set; }

    public uint Version { get; private set; }

    public static void Map(EntityTypeBuilder<Theme> theme)
    {
        theme.ToTable("themes");
        theme.Property(t => t.Id).ValueGeneratedNever();
        theme.Property(t => t.Said).HasMaxLength(MaximumSaid);
        theme.Property(t => t.EasySaid).HasMaxLength(MaximumSaid);
        theme.Property(t => t.Proposed).HasMaxLength(MaximumResponse);
        theme.Property(t => t.Response).HasMaxLength(MaximumResponse);
        theme.Property(t => t.EasyResponse).HasMaxLength(MaximumResponse);
        theme.Property(t => t.AfterPath).HasMaxLength(400);
        theme.Property(t => t.Version).IsRowVersion();
        theme.HasOne<Round>().WithMany().HasForeignKey(t => t.RoundId).OnDelete(DeleteBehavior.Cascade);
        theme.HasIndex(t => t.RoundId);
    }
}

/// <summary>A round as everybody reads it: frozen when it is published.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class PublishedRound
{
    public required string Slug { get; init; }

    public required string Name { get; init; }

    public required string Purpose { get; init; }

    public required DateOnly PublishedOn { get; init; }

    /// <summary>How many answered: "a few" under five, else rounded.</summary>
    public required string People { get; init; }

    public required string EasyRead { get; init; }

    public static void Map(EntityTypeBuilder<PublishedRound> round)
    {
        round.ToTable("panel_rounds", PublishedRows.Schema);
        round.HasKey(r => r.Slug);
        round.Property(r => r.Slug).HasMaxLength(Round.MaximumName);
        round.Property(r => r.Name).HasMaxLength(Round.MaximumName);
        round.Property(r => r.Purpose).HasMaxLength(Round.MaximumPurpose);
        round.Property(r => r.People).HasMaxLength(40);
        round.Property(r => r.EasyRead).HasMaxLength(Round.MaximumEasy);
    }
}

/// <summary>A theme as everybody reads it. Its only number is how many said it, rounded or 0 for a few; a quote stands here only when its group agreed.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class PublishedTheme
{
    public required Guid Id { get; init; }

    public required string Slug { get; init; }

    public required int Position { get; init; }

    public required string Said { get; init; }

    public required string EasySaid { get; init; }

    public required YouSaidStatus Status { get; init; }

    public required string Response { get; init; }

    public required string EasyResponse { get; init; }

    public DateOnly? By { get; init; }

    public string? BeforePath { get; init; }

    public string? AfterPath { get; init; }

    /// <summary>The page's part as the panel saw it, for before and after.</summary>
    public string? Before { get; init; }

    /// <summary>Rounded; 0 stands for "a few".</summary>
    public required int People { get; set; }

    /// <summary>Accepted words of groups that agreed, a line each.</summary>
    public string Quotes { get; set; } = "";

    public required DateOnly PublishedOn { get; init; }

    public static void Map(EntityTypeBuilder<PublishedTheme> theme)
    {
        theme.ToTable("panel_themes", PublishedRows.Schema, table => table.HasCheckConstraint("ck_panel_themes_people", "people = 0 or people >= 5"));
        theme.Property(t => t.Id).ValueGeneratedNever();
        theme.Property(t => t.Slug).HasMaxLength(Round.MaximumName);
        theme.Property(t => t.Said).HasMaxLength(Theme.MaximumSaid);
        theme.Property(t => t.EasySaid).HasMaxLength(Theme.MaximumSaid);
        theme.Property(t => t.Response).HasMaxLength(Theme.MaximumResponse);
        theme.Property(t => t.EasyResponse).HasMaxLength(Theme.MaximumResponse);
        theme.Property(t => t.BeforePath).HasMaxLength(400);
        theme.Property(t => t.AfterPath).HasMaxLength(400);
        theme.Property(t => t.Before).HasMaxLength(Part.MaximumHtml);
        theme.Property(t => t.Quotes).HasMaxLength(5000);
        theme.HasIndex(t => t.Slug);
    }
}

/// <summary>Young people had checked exactly this revision of a page.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class CheckedPage
{
    public required Guid DocumentId { get; init; }

    public required Guid RevisionId { get; init; }

    public required DateOnly On { get; set; }

    public static void Map(EntityTypeBuilder<CheckedPage> page)
    {
        page.ToTable("panel_checked_pages", PublishedRows.Schema);
        page.HasKey(p => new { p.DocumentId, p.RevisionId });
    }
}
