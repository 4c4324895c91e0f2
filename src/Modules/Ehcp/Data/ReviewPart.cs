using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Ehcp.Data;

/// <summary>Who is asked to a review meeting (SEND Regulations 2014, reg 20(2)). Stored.</summary>
internal enum ReviewAgency
{
    Child,
    Family,
    School,
    SendTeam,
    Health,
    SocialCare,
    Other,
}

/// <summary>What one agency did for a review meeting: that it came, that it sent a report, or both. One that did neither has no row.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class ReviewPart
{
    public required Guid Id { get; init; }

    /// <summary>The event "review meeting held".</summary>
    public required Guid EventId { get; init; }

    public required ReviewAgency Agency { get; init; }

    public required bool Came { get; init; }

    public required bool SentReport { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public string? RecordedBy { get; init; }

    /// <summary>When it was written anew without this row; null while it counts.</summary>
    public DateTimeOffset? ReplacedAt { get; set; }

    public static void Map(EntityTypeBuilder<ReviewPart> part)
    {
        part.ToTable("review_parts");
        part.Property(p => p.Id).ValueGeneratedNever();
        part.Property(p => p.RecordedBy).HasMaxLength(100);
        part.HasOne<EhcEvent>().WithMany().HasForeignKey(p => p.EventId).OnDelete(DeleteBehavior.Restrict);
        part.HasIndex(p => new { p.EventId, p.Agency }, "ix_review_parts_one_that_counts").IsUnique().HasFilter("replaced_at is null");
    }
}
