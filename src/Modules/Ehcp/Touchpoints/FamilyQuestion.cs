using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>What somebody of a family asked on their own page, and the answer. Both are the asker's alone.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class FamilyQuestion
{
    public const int MaximumWords = 2000;
    public const int MaximumAnswer = 4000;

    public required Guid Id { get; init; }

    public required Guid RecordId { get; init; }

    /// <summary>Who asked.</summary>
    public required Guid PersonId { get; init; }

    [FieldClass(FieldClass.Special)]
    public required string Words { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>How many steps of <see cref="QuestionLadder"/> it has climbed: 0 is with the coordinator.</summary>
    public int Steps { get; set; }

    [FieldClass(FieldClass.Special)]
    public string? Answer { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public string? AnsweredBy { get; set; }

    public static void Map(EntityTypeBuilder<FamilyQuestion> question)
    {
        question.ToTable("questions");
        question.Property(q => q.Id).ValueGeneratedNever();
        question.Property(q => q.AnsweredBy).HasMaxLength(100);
        question.HasOne<EhcRecord>().WithMany().HasForeignKey(q => q.RecordId).OnDelete(DeleteBehavior.Restrict);
        question.HasIndex(q => q.PersonId);
        question.HasIndex(q => new { q.Steps, q.DueOn }).HasFilter("answered_at is null");
    }
}
