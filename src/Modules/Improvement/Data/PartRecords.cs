using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Improvement.Data;

/// <summary>A day on which the SEND Partnership Board meets: every six weeks, says the plan.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class BoardMeeting
{
    public const string Subject = "board_meeting";

    public required Guid Id { get; init; }

    public required DateOnly HeldOn { get; init; }

    public static void Map(EntityTypeBuilder<BoardMeeting> board)
    {
        board.ToTable("boards");
        board.Property(b => b.Id).ValueGeneratedNever();
        board.HasIndex(b => b.HeldOn).IsUnique();
    }
}

/// <summary>What was told to one board about one part. Never changed: another one is written.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class PartUpdate
{
    /// <summary>Letters of each answer, at most: about a hundred words.</summary>
    public const int MaximumWords = 700;

    public required Guid Id { get; init; }

    public required Guid PartId { get; init; }

    public required DateOnly Board { get; init; }

    /// <summary>Per cent.</summary>
    public required int StepsDone { get; init; }

    public required string Done { get; init; }

    public required string Difference { get; init; }

    public required string Next { get; init; }

    /// <summary>What children, young people and families said about it; null with <see cref="NoVoice"/>.</summary>
    public string? Voice { get; init; }

    /// <summary>Why nobody asked them.</summary>
    public string? NoVoice { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string? By { get; init; }

    public static void Map(EntityTypeBuilder<PartUpdate> update)
    {
        update.ToTable("updates", table => table.HasCheckConstraint("ck_updates_voice", "(voice is null) <> (no_voice is null)"));
        update.Property(u => u.Id).ValueGeneratedNever();
        foreach (var words in new[] { nameof(Done), nameof(Difference), nameof(Next), nameof(Voice), nameof(NoVoice) })
        {
            update.Property(words).HasMaxLength(MaximumWords);
        }

        update.Property(u => u.By).HasMaxLength(100);
        update.HasOne<ImprovementPart>().WithMany().HasForeignKey(u => u.PartId).OnDelete(DeleteBehavior.Restrict);
        update.HasIndex(u => new { u.PartId, u.At });
    }
}

/// <summary>A later date for a part. The first date stays, and so does each move.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class DueMove
{
    public const int MaximumReason = 500;

    public required Guid Id { get; init; }

    public required Guid PartId { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string? By { get; init; }

    public static void Map(EntityTypeBuilder<DueMove> move)
    {
        move.ToTable("due_moves");
        move.Property(m => m.Id).ValueGeneratedNever();
        move.Property(m => m.Reason).HasMaxLength(MaximumReason);
        move.Property(m => m.By).HasMaxLength(100);
        move.HasOne<ImprovementPart>().WithMany().HasForeignKey(m => m.PartId).OnDelete(DeleteBehavior.Restrict);
        move.HasIndex(m => new { m.PartId, m.At });
    }
}

/// <summary>Somebody who did not do the work looked whether it made the difference that the plan names.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class ImpactCheck
{
    public const int MaximumWords = 700;

    public required Guid Id { get; init; }

    public required Guid PartId { get; init; }

    /// <summary>Last day of the period that was looked at.</summary>
    public required DateOnly PeriodEnd { get; init; }

    public required bool IsMet { get; init; }

    public required string Words { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string? By { get; init; }

    public static void Map(EntityTypeBuilder<ImpactCheck> check)
    {
        check.ToTable("impact_checks");
        check.Property(c => c.Id).ValueGeneratedNever();
        check.Property(c => c.Words).HasMaxLength(MaximumWords);
        check.Property(c => c.By).HasMaxLength(100);
        check.HasOne<ImprovementPart>().WithMany().HasForeignKey(c => c.PartId).OnDelete(DeleteBehavior.Restrict);
        check.HasIndex(c => new { c.PartId, c.At });
    }
}

/// <summary>A file, or a page as it was, that shows what is claimed, until it must be looked at again.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class PartEvidence
{
    public const string FileKind = "improvement.evidence";
    public const int MaximumClaim = 300;
    public const int MaximumPage = 400;

    public required Guid Id { get; init; }

    public required Guid PartId { get; init; }

    public required Guid FileId { get; init; }

    /// <summary>SHA-256 of the file, in hexadecimal.</summary>
    public required string Digest { get; init; }

    /// <summary>Path of the page of this site whose words the file holds; null when somebody brought the file.</summary>
    public string? Page { get; init; }

    public required string Claim { get; init; }

    /// <summary>Last day on which it is good.</summary>
    public required DateOnly ReviewOn { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string? By { get; init; }

    public static void Map(EntityTypeBuilder<PartEvidence> evidence)
    {
        evidence.ToTable("evidence");
        evidence.Property(e => e.Id).ValueGeneratedNever();
        evidence.Property(e => e.Digest).HasMaxLength(64);
        evidence.Property(e => e.Page).HasMaxLength(MaximumPage);
        evidence.Property(e => e.Claim).HasMaxLength(MaximumClaim);
        evidence.Property(e => e.By).HasMaxLength(100);
        evidence.HasOne<ImprovementPart>().WithMany().HasForeignKey(e => e.PartId).OnDelete(DeleteBehavior.Restrict);
        evidence.HasIndex(e => new { e.PartId, e.At });
    }
}

/// <summary>Somebody says that the computed colour is one step wrong, until the next board.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class ColourOverride
{
    public const int MaximumReason = 500;

    public required Guid Id { get; init; }

    public required Guid PartId { get; init; }

    public required Brag Colour { get; init; }

    public required string Reason { get; init; }

    /// <summary>The board after which it no longer counts.</summary>
    public required DateOnly Until { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string? By { get; init; }

    public static void Map(EntityTypeBuilder<ColourOverride> says)
    {
        says.ToTable("colour_overrides");
        says.Property(o => o.Id).ValueGeneratedNever();
        says.Property(o => o.Reason).HasMaxLength(MaximumReason);
        says.Property(o => o.By).HasMaxLength(100);
        says.HasOne<ImprovementPart>().WithMany().HasForeignKey(o => o.PartId).OnDelete(DeleteBehavior.Restrict);
        says.HasIndex(o => new { o.PartId, o.At });
    }
}
