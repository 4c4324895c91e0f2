using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Improvement.Data;

/// <summary>What the public is to read about a part, as one person wrote it. Another one decides.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class PublicWords
{
    public const string Subject = "improvement_public_words";
    public const int MaximumTitle = 80;
    public const int MaximumWords = 500;

    public required Guid Id { get; init; }

    public required Guid PartId { get; init; }

    public required string Title { get; init; }

    public required string YouSaid { get; init; }

    public required string WeWill { get; init; }

    public required string WeDid { get; init; }

    /// <summary>The same in Easy Read: one to three short sentences, one a line.</summary>
    public required string EasyYouSaid { get; init; }

    /// <inheritdoc cref="EasyYouSaid"/>
    public required string EasyWeWill { get; init; }

    /// <inheritdoc cref="EasyYouSaid"/>
    public required string EasyWeDid { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string? By { get; init; }

    public static void Map(EntityTypeBuilder<PublicWords> words)
    {
        words.ToTable("public_words");
        words.Property(w => w.Id).ValueGeneratedNever();
        words.Property(w => w.Title).HasMaxLength(MaximumTitle);
        foreach (var field in new[] { nameof(YouSaid), nameof(WeWill), nameof(WeDid), nameof(EasyYouSaid), nameof(EasyWeWill), nameof(EasyWeDid) })
        {
            words.Property(field).HasMaxLength(MaximumWords);
        }

        words.Property(w => w.By).HasMaxLength(100);
        words.HasOne<ImprovementPart>().WithMany().HasForeignKey(w => w.PartId).OnDelete(DeleteBehavior.Restrict);
        words.HasIndex(w => new { w.PartId, w.At });
    }
}

/// <summary>What the second person said about public words, once.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class PublicDecision
{
    public const int MaximumReason = 500;

    public required Guid Id { get; init; }

    public required Guid WordsId { get; init; }

    public required bool IsApproved { get; init; }

    /// <summary>Why not; null with a yes.</summary>
    public string? Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string? By { get; init; }

    public static void Map(EntityTypeBuilder<PublicDecision> decision)
    {
        decision.ToTable("public_decisions", table => table.HasCheckConstraint("ck_public_decisions_reason", "is_approved = (reason is null)"));
        decision.Property(d => d.Id).ValueGeneratedNever();
        decision.Property(d => d.Reason).HasMaxLength(MaximumReason);
        decision.Property(d => d.By).HasMaxLength(100);
        decision.HasOne<PublicWords>().WithMany().HasForeignKey(d => d.WordsId).OnDelete(DeleteBehavior.Restrict);
        decision.HasIndex(d => d.WordsId).IsUnique();
    }
}

/// <summary>
/// What the public reads about a part, in a schema of its own: the login of the public site reads this and nothing of the plan. The latest row of
/// a part counts. Never changed: words that no longer hold are followed by a row that shows nothing.
/// </summary>
[FieldClass(FieldClass.Public)]
internal sealed class PublishedProgress
{
    public const string PublishedSchema = "published";

    public required Guid Id { get; init; }

    /// <summary>Of the part, with no reference to it: this schema stands alone.</summary>
    public required Guid PartId { get; init; }

    /// <summary>Place in the plan.</summary>
    public required int Position { get; init; }

    public required string Area { get; init; }

    public required string Title { get; init; }

    public required ProgressState State { get; init; }

    /// <summary>When it was to be done, with the date of the day it was published.</summary>
    public required DateOnly Due { get; init; }

    public required string YouSaid { get; init; }

    public required string WeWill { get; init; }

    public required string WeDid { get; init; }

    public required string EasyYouSaid { get; init; }

    public required string EasyWeWill { get; init; }

    public required string EasyWeDid { get; init; }

    /// <summary>False takes the part off the page.</summary>
    public required bool IsShown { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public static void Map(EntityTypeBuilder<PublishedProgress> row)
    {
        row.ToTable("progress_parts", PublishedSchema);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Area).HasMaxLength(200);
        row.Property(r => r.Title).HasMaxLength(PublicWords.MaximumTitle);
        foreach (var field in new[] { nameof(YouSaid), nameof(WeWill), nameof(WeDid), nameof(EasyYouSaid), nameof(EasyWeWill), nameof(EasyWeDid) })
        {
            row.Property(field).HasMaxLength(PublicWords.MaximumWords);
        }

        row.HasIndex(r => new { r.PartId, r.PublishedAt });
    }
}
