using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Content.Data;

/// <summary>What somebody has typed and not saved, kept for that person alone. It changes no draft, so that it can overwrite nothing.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Autosave
{
    public required Guid VariantId { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>The revision that was open; null for the very first draft.</summary>
    public Guid? BasedOnId { get; set; }

    public required string Title { get; set; }

    public required string Summary { get; set; }

    public required string Body { get; set; }

    public required DateTimeOffset At { get; set; }
}

internal sealed class AutosaveConfiguration : IEntityTypeConfiguration<Autosave>
{
    public void Configure(EntityTypeBuilder<Autosave> builder)
    {
        builder.ToTable("Autosaves");
        builder.HasKey(a => new { a.VariantId, a.AccountId });
        builder.Property(a => a.Title).HasMaxLength(Limits.Title);
        builder.Property(a => a.Summary).HasMaxLength(Limits.Summary);
        builder.Property(a => a.Body).HasMaxLength(Limits.Body);
        builder.HasOne<Variant>().WithMany().HasForeignKey(a => a.VariantId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal enum RemarkKind
{
    /// <summary>Between colleagues.</summary>
    Note,

    /// <summary>Sent back to whoever wrote it.</summary>
    Returned,

    /// <summary>Published in an emergency, and why.</summary>
    Emergency,

    /// <summary>Somebody without an account said that it is right.</summary>
    FoundRight,

    /// <summary>Somebody without an account said what must change.</summary>
    NeedsChange,
}

/// <summary>What people say about a document; kept apart from the audit trail, which holds no words.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Remark
{
    public required Guid Id { get; init; }

    public required Guid VariantId { get; init; }

    public Guid? RevisionId { get; init; }

    public required RemarkKind Kind { get; init; }

    public required string Words { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Id of the account, or what somebody without one called themselves.</summary>
    public required string By { get; init; }
}

internal sealed class RemarkConfiguration : IEntityTypeConfiguration<Remark>
{
    public void Configure(EntityTypeBuilder<Remark> builder)
    {
        builder.ToTable("Remarks");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Words).HasMaxLength(Limits.Words);
        builder.Property(r => r.By).HasMaxLength(Limits.Actor);
        builder.HasIndex(r => new { r.VariantId, r.At });
        builder.HasOne<Variant>().WithMany().HasForeignKey(r => r.VariantId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal enum AskedKind
{
    /// <summary>Are the facts of this revision right?</summary>
    FactCheck,

    /// <summary>Is the whole live page still right? Asked of an owner without an account.</summary>
    StillRight,
}

internal enum AskedAnswer
{
    Waiting,
    Right,
    NeedsChange,
    Withdrawn,
}

/// <summary>Somebody without an account was asked, by a one-time link, whether one revision is right.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class AskedCheck
{
    public required Guid Id { get; init; }

    public required Guid DocumentId { get; init; }

    public required string Variant { get; init; }

    public required Guid RevisionId { get; init; }

    public required AskedKind Kind { get; init; }

    public required AskedAnswer Answer { get; set; }

    public required DateTimeOffset AskedAt { get; init; }

    public required string AskedBy { get; init; }

    public required DateOnly Due { get; init; }

    public DateTimeOffset? AnsweredAt { get; set; }
}

internal sealed class AskedCheckConfiguration : IEntityTypeConfiguration<AskedCheck>
{
    public void Configure(EntityTypeBuilder<AskedCheck> builder)
    {
        builder.ToTable("AskedChecks");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Variant).HasMaxLength(Limits.Variant);
        builder.Property(c => c.AskedBy).HasMaxLength(Limits.Actor);
        builder.HasIndex(c => c.DocumentId);
        builder.HasOne<Document>().WithMany().HasForeignKey(c => c.DocumentId).OnDelete(DeleteBehavior.Cascade);
    }
}
