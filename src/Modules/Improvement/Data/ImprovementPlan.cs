using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Improvement.Data;

/// <summary>A plan of the partnership, as it was published. Its words never change here.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class ImprovementPlan
{
    public required Guid Id { get; init; }

    /// <summary>Natural key, for example <c>send-2024</c>.</summary>
    public required string Slug { get; init; }

    public required string Title { get; init; }

    /// <summary>SHA-256 of the file that it was loaded from, in hexadecimal; null for the paper of May 2024.</summary>
    public string? Digest { get; init; }

    public required DateTimeOffset LoadedAt { get; init; }

    public static void Map(EntityTypeBuilder<ImprovementPlan> plan)
    {
        plan.Property(p => p.Digest).HasMaxLength(64);
        plan.ToTable("plans");
        plan.Property(p => p.Id).ValueGeneratedNever();
        plan.Property(p => p.Slug).HasMaxLength(40);
        plan.Property(p => p.Title).HasMaxLength(200);
        plan.HasIndex(p => p.Slug).IsUnique();
    }
}

/// <summary>An area of improvement: what inspectors asked for, and who answers for it.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class ImprovementArea
{
    public required Guid Id { get; init; }

    public required Guid PlanId { get; init; }

    public required int Number { get; init; }

    /// <summary>Ours: the paper numbers its areas only.</summary>
    public required string Title { get; init; }

    public required string Text { get; init; }

    public required string Narrative { get; init; }

    public required string Governance { get; init; }

    public required string Ambition { get; init; }

    public required string Lead { get; init; }

    public static void Map(EntityTypeBuilder<ImprovementArea> area)
    {
        area.ToTable("areas");
        area.Property(a => a.Id).ValueGeneratedNever();
        area.HasOne<ImprovementPlan>().WithMany().HasForeignKey(a => a.PlanId).OnDelete(DeleteBehavior.Restrict);
        area.HasIndex(a => new { a.PlanId, a.Number }).IsUnique();
    }
}

[FieldClass(FieldClass.Staff)]
internal sealed class ImprovementAction
{
    public required Guid Id { get; init; }

    public required Guid AreaId { get; init; }

    /// <summary>As in the paper, for example <c>2.1</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>Place in the paper.</summary>
    public required int Position { get; init; }

    public required string Text { get; init; }

    /// <summary>Accountable leads, as roles.</summary>
    public required string Leads { get; init; }

    /// <summary>Dates as they are written.</summary>
    public required string CompletedBy { get; init; }

    public required string Impact { get; init; }

    /// <summary>How the partnership will know; null where the paper does not say.</summary>
    public string? Measures { get; init; }

    public static void Map(EntityTypeBuilder<ImprovementAction> action)
    {
        action.ToTable("actions");
        action.Property(a => a.Id).ValueGeneratedNever();
        action.Property(a => a.Reference).HasMaxLength(20);
        action.HasOne<ImprovementArea>().WithMany().HasForeignKey(a => a.AreaId).OnDelete(DeleteBehavior.Restrict);
        action.HasIndex(a => new { a.AreaId, a.Reference }).IsUnique();
    }
}

/// <summary>Something that is to be done by a date.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class ImprovementPart
{
    public const string Subject = "improvement_part";

    public required Guid Id { get; init; }

    public required Guid ActionId { get; init; }

    /// <summary>Ours, after the paper's letters, for example <c>2.1a</c>.</summary>
    public required string Reference { get; init; }

    public required int Position { get; init; }

    public required string Text { get; init; }

    /// <summary>Last day of the month that the paper names. Never changed: moves stand beside it.</summary>
    public required DateOnly OriginalDue { get; init; }

    /// <summary>A duty that comes back, as <c>every_two_months</c>; null for one that ends.</summary>
    public string? Recurring { get; init; }

    /// <summary>What is odd in the paper and is left as it is.</summary>
    public string? Note { get; init; }

    public required IReadOnlyList<string> Related { get; init; }

    public static void Map(EntityTypeBuilder<ImprovementPart> part)
    {
        part.ToTable("parts");
        part.Property(p => p.Id).ValueGeneratedNever();
        part.Property(p => p.Reference).HasMaxLength(20);
        part.Property(p => p.Recurring).HasMaxLength(40);
        part.HasOne<ImprovementAction>().WithMany().HasForeignKey(p => p.ActionId).OnDelete(DeleteBehavior.Restrict);
        part.HasIndex(p => new { p.ActionId, p.Reference }).IsUnique();
    }
}
