using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Messaging.Data;

/// <summary>A message that a module can ask for. Its words are versions, approved by a second person.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Template
{
    public const int LongestName = 60;

    public required Guid Id { get; init; }

    /// <summary><c>module.what</c>: modules ask for it by this.</summary>
    public required string Name { get; init; }

    public required string Title { get; set; }

    public required string MessageClass { get; set; }

    public required ReachPurpose Purpose { get; set; }

    /// <summary>A code or a link is in it: what filled it is deleted when it is over.</summary>
    public required bool IsSecret { get; set; }

    public required bool IsDecision { get; set; }

    /// <summary>Several of one day, or of siblings, become one message.</summary>
    public required bool Bundles { get; set; }

    /// <summary>Hours after which it is of no use any more.</summary>
    public required int LifeHours { get; set; }

    /// <summary><c>name:kind;name:kind</c></summary>
    public required string Fields { get; set; }

    public static void Map(EntityTypeBuilder<Template> template)
    {
        template.ToTable("templates");
        template.Property(t => t.Id).ValueGeneratedNever();
        template.Property(t => t.Name).HasMaxLength(LongestName);
        template.Property(t => t.Title).HasMaxLength(120);
        template.Property(t => t.MessageClass).HasMaxLength(40);
        template.Property(t => t.Fields).HasMaxLength(500);
        template.HasIndex(t => t.Name).IsUnique();
    }
}

internal enum VersionState
{
    Draft,
    Approved,
    Retired,
}

/// <summary>The words of a template for one channel, format and language.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class TemplateVersion
{
    public const int LongestSubject = 120;
    public const int LongestBody = 8_000;
    public const int LongestReason = 300;

    public required Guid Id { get; init; }

    public required Guid TemplateId { get; init; }

    public required MessageChannel Channel { get; init; }

    public required MessageFormat Format { get; init; }

    public required string Language { get; init; }

    public required int Number { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    public required VersionState State { get; set; }

    /// <summary>Null for one that came with the product.</summary>
    public Guid? WrittenBy { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    public Guid? ApprovedBy { get; set; }

    public DateTimeOffset? ApprovedAt { get; set; }

    /// <summary>Why it may be harder to read than families' pages may.</summary>
    public string? HardReason { get; init; }

    public static void Map(EntityTypeBuilder<TemplateVersion> version)
    {
        version.ToTable("template_versions");
        version.Property(v => v.Id).ValueGeneratedNever();
        version.Property(v => v.Language).HasMaxLength(10);
        version.Property(v => v.Subject).HasMaxLength(LongestSubject);
        version.Property(v => v.Body).HasMaxLength(LongestBody);
        version.Property(v => v.HardReason).HasMaxLength(LongestReason);
        version.HasOne<Template>().WithMany().HasForeignKey(v => v.TemplateId).OnDelete(DeleteBehavior.Restrict);
        version.HasIndex(v => new { v.TemplateId, v.Channel, v.Format, v.Language, v.Number }).IsUnique();
        version.HasIndex(v => new { v.TemplateId, v.Channel, v.Format, v.Language }).IsUnique().HasFilter("state = 'approved'")
            .HasDatabaseName("ix_template_versions_one_approved");
    }
}
