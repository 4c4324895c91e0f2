using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Improvement.Data;

/// <summary>A sample that was drawn, with all that is needed to draw it again.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class AuditDraw
{
    public const string Subject = "improvement_audit";

    public required Guid Id { get; init; }

    public required AuditKind Kind { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly Until { get; init; }

    /// <summary>Made by the site before it looked at the list, and published.</summary>
    public required string Seed { get; init; }

    /// <summary>How many could be drawn.</summary>
    public required int FrameSize { get; init; }

    /// <summary>Digest of their ids.</summary>
    public required string FrameDigest { get; init; }

    /// <summary>Left out, because they were drawn earlier this year.</summary>
    public required int Excluded { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? By { get; init; }

    public static void Map(EntityTypeBuilder<AuditDraw> draw)
    {
        draw.ToTable("audit_draws");
        draw.Property(d => d.Id).ValueGeneratedNever();
        draw.Property(d => d.Seed).HasMaxLength(80);
        draw.Property(d => d.FrameDigest).HasMaxLength(64);

        // A period is drawn once: nobody draws again until they like the sample.
        draw.HasIndex(d => new { d.Kind, d.Until }).IsUnique();
    }
}

/// <summary>One of a sample: an id, and nothing about a child.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class AuditItem
{
    public const string Subject = "improvement_audit_item";

    public required Guid Id { get; init; }

    public required Guid DrawId { get; init; }

    /// <summary>In the order of the draw, from 1.</summary>
    public required int Number { get; init; }

    public required Guid UnitId { get; init; }

    public required Guid RecordId { get; init; }

    public static void Map(EntityTypeBuilder<AuditItem> item)
    {
        item.ToTable("audit_items");
        item.Property(i => i.Id).ValueGeneratedNever();
        item.HasOne<AuditDraw>().WithMany().HasForeignKey(i => i.DrawId).OnDelete(DeleteBehavior.Restrict);
        item.HasIndex(i => new { i.DrawId, i.Number }).IsUnique();
        item.HasIndex(i => i.UnitId);
    }
}

/// <summary>What the auditors found, once and for good.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class AuditResult
{
    public const int MaximumObserver = 200;

    public required Guid Id { get; init; }

    public required Guid ItemId { get; init; }

    public required AuditGrade Grade { get; init; }

    /// <summary>The member of the board who watched, by their role (action 3.7: one member observes and feeds back).</summary>
    public required string Observer { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? By { get; init; }

    public static void Map(EntityTypeBuilder<AuditResult> result)
    {
        result.ToTable("audit_results");
        result.Property(r => r.Id).ValueGeneratedNever();
        result.Property(r => r.Observer).HasMaxLength(MaximumObserver);
        result.HasOne<AuditItem>().WithMany().HasForeignKey(r => r.ItemId).OnDelete(DeleteBehavior.Restrict);
        result.HasIndex(r => r.ItemId).IsUnique();
    }
}

/// <summary>What one agency has to do because of an audit.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class AuditFinding
{
    public const int MaximumWords = 500;

    public required Guid Id { get; init; }

    public required Guid ItemId { get; init; }

    public required AuditAgency Agency { get; init; }

    public required string Action { get; init; }

    public required DateOnly DueOn { get; init; }

    public required DateTimeOffset At { get; init; }

    public static void Map(EntityTypeBuilder<AuditFinding> finding)
    {
        finding.ToTable("audit_findings");
        finding.Property(f => f.Id).ValueGeneratedNever();
        finding.HasOne<AuditItem>().WithMany().HasForeignKey(f => f.ItemId).OnDelete(DeleteBehavior.Restrict);
        finding.HasIndex(f => new { f.ItemId, f.Agency }).IsUnique();
    }
}

/// <summary>What an agency reported back. Another one may follow; none is changed.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class FindingReport
{
    public required Guid Id { get; init; }

    public required Guid FindingId { get; init; }

    public required string Words { get; init; }

    public required bool IsDone { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? By { get; init; }

    public static void Map(EntityTypeBuilder<FindingReport> report)
    {
        report.ToTable("audit_finding_reports");
        report.Property(r => r.Id).ValueGeneratedNever();
        report.HasOne<AuditFinding>().WithMany().HasForeignKey(r => r.FindingId).OnDelete(DeleteBehavior.Restrict);
        report.HasIndex(r => new { r.FindingId, r.At });
    }
}
