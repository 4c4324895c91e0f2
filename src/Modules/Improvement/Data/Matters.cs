using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Improvement.Data;

/// <summary>A risk, a dependency, a decision, a challenge or an escalation. It is open until a note closes it, and is never taken away.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Matter
{
    public const string Subject = "improvement_matter";
    public const int MaximumTitle = 200;
    public const int MaximumWords = 1000;
    public const int MaximumOwner = 150;

    public required Guid Id { get; init; }

    public required MatterKind Kind { get; init; }

    public required string Title { get; init; }

    public required string Words { get; init; }

    /// <summary>The part that it is about; null when it is about the whole plan.</summary>
    public Guid? PartId { get; init; }

    /// <summary>Of a dependency: the part that must come first.</summary>
    public Guid? WaitsForId { get; init; }

    /// <summary>Of an escalation: who is asked.</summary>
    public EscalationRoute? Route { get; init; }

    /// <summary>Who answers for it, as a role.</summary>
    public required string Owner { get; init; }

    /// <summary>The day by which it is answered or looked at again.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>Of a challenge that the site raised: the part that is done or the decision that was made without children and young people.</summary>
    public Guid? ChallengesId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string? By { get; init; }

    /// <summary>Roles of whoever raised it.</summary>
    public required string ByRole { get; init; }

    public static void Map(EntityTypeBuilder<Matter> matter)
    {
        matter.ToTable("matters", table => table.HasCheckConstraint("ck_matters_route_of_escalation", "(kind = 'escalation') = (route is not null)"));
        matter.Property(m => m.Id).ValueGeneratedNever();
        matter.Property(m => m.Title).HasMaxLength(MaximumTitle);
        matter.Property(m => m.Words).HasMaxLength(MaximumWords);
        matter.Property(m => m.Owner).HasMaxLength(MaximumOwner);
        matter.Property(m => m.By).HasMaxLength(100);
        matter.Property(m => m.ByRole).HasMaxLength(MatterNote.MaximumRole);
        matter.HasOne<ImprovementPart>().WithMany().HasForeignKey(m => m.PartId).OnDelete(DeleteBehavior.Restrict);
        matter.HasOne<ImprovementPart>().WithMany().HasForeignKey(m => m.WaitsForId).OnDelete(DeleteBehavior.Restrict);
        matter.HasIndex(m => m.At);
    }
}

/// <summary>What somebody says about a matter, and at last how it was closed.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class MatterNote
{
    public const int MaximumWords = 1000;
    public const int MaximumRole = 300;

    public required Guid Id { get; init; }

    public required Guid MatterId { get; init; }

    public required string Words { get; init; }

    /// <summary>The words say how it ended.</summary>
    public required bool IsClosing { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string? By { get; init; }

    public required string ByRole { get; init; }

    public static void Map(EntityTypeBuilder<MatterNote> note)
    {
        note.ToTable("matter_notes");
        note.Property(n => n.Id).ValueGeneratedNever();
        note.Property(n => n.Words).HasMaxLength(MaximumWords);
        note.Property(n => n.By).HasMaxLength(100);
        note.Property(n => n.ByRole).HasMaxLength(MaximumRole);
        note.HasOne<Matter>().WithMany().HasForeignKey(n => n.MatterId).OnDelete(DeleteBehavior.Restrict);
        note.HasIndex(n => new { n.MatterId, n.At });
        note.HasIndex(n => n.MatterId).IsUnique().HasFilter("is_closing").HasDatabaseName("ix_matter_notes_closing");
    }
}

/// <summary>What somebody of the partnership says about a part: a guest too.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class PartComment
{
    public const int MaximumWords = 1000;

    public required Guid Id { get; init; }

    public required Guid PartId { get; init; }

    public required string Words { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string? By { get; init; }

    public required string ByRole { get; init; }

    public static void Map(EntityTypeBuilder<PartComment> comment)
    {
        comment.ToTable("part_comments");
        comment.Property(c => c.Id).ValueGeneratedNever();
        comment.Property(c => c.Words).HasMaxLength(MaximumWords);
        comment.Property(c => c.By).HasMaxLength(100);
        comment.Property(c => c.ByRole).HasMaxLength(MatterNote.MaximumRole);
        comment.HasOne<ImprovementPart>().WithMany().HasForeignKey(c => c.PartId).OnDelete(DeleteBehavior.Restrict);
        comment.HasIndex(c => new { c.PartId, c.At });
    }
}
