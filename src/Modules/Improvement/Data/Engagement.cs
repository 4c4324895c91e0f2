using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Improvement.Data;

/// <summary>One group was asked about something. Never a name, and never what one child said about themselves.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Engagement
{
    public const string Subject = "improvement_engagement";
    public const int MaximumWho = 200;
    public const int MaximumWords = 1000;

    public required Guid Id { get; init; }

    public required DateOnly HeldOn { get; init; }

    public required AskedGroup AskedGroup { get; init; }

    /// <summary>In words, like "the youth council"; never a name.</summary>
    public required string Who { get; init; }

    public required EngagementLevel Level { get; init; }

    /// <summary>The part that it was about; null when it was about the whole plan.</summary>
    public Guid? PartId { get; init; }

    /// <summary>The decision that it was about.</summary>
    public Guid? MatterId { get; init; }

    public required string Asked { get; init; }

    public required string Said { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string? By { get; init; }

    public static void Map(EntityTypeBuilder<Engagement> engagement)
    {
        engagement.ToTable("engagements");
        engagement.Property(e => e.Id).ValueGeneratedNever();
        engagement.Property(e => e.Who).HasMaxLength(MaximumWho);
        engagement.Property(e => e.Asked).HasMaxLength(MaximumWords);
        engagement.Property(e => e.Said).HasMaxLength(MaximumWords);
        engagement.Property(e => e.By).HasMaxLength(100);
        engagement.HasOne<ImprovementPart>().WithMany().HasForeignKey(e => e.PartId).OnDelete(DeleteBehavior.Restrict);
        engagement.HasOne<Matter>().WithMany().HasForeignKey(e => e.MatterId).OnDelete(DeleteBehavior.Restrict);
        engagement.HasIndex(e => new { e.PartId, e.AskedGroup });
        engagement.HasIndex(e => e.At);
    }
}

/// <summary>What changed because of it. Another one may follow; none is changed.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class EngagementChange
{
    public required Guid Id { get; init; }

    public required Guid EngagementId { get; init; }

    public required string Words { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string? By { get; init; }

    public static void Map(EntityTypeBuilder<EngagementChange> change)
    {
        change.ToTable("engagement_changes");
        change.Property(c => c.Id).ValueGeneratedNever();
        change.Property(c => c.Words).HasMaxLength(Engagement.MaximumWords);
        change.Property(c => c.By).HasMaxLength(100);
        change.HasOne<Engagement>().WithMany().HasForeignKey(c => c.EngagementId).OnDelete(DeleteBehavior.Restrict);
        change.HasIndex(c => new { c.EngagementId, c.At });
    }
}
