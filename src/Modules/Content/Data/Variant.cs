using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Content.Data;

/// <summary>One way a document is written: all words, Easy Read, or another language. Each has its own revisions and its own way to go live.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Variant
{
    public required Guid Id { get; init; }

    public required Guid DocumentId { get; init; }

    public Document? Document { get; set; }

    /// <summary>See <see cref="VariantKey"/>.</summary>
    public required string Key { get; init; }

    /// <summary>What families read; empty until it goes live for the first time.</summary>
    public Guid? LiveRevisionId { get; set; }

    /// <summary>The one open draft.</summary>
    public Guid? DraftRevisionId { get; set; }

    public DraftState Draft { get; set; }

    public Standing Standing { get; set; }

    /// <summary>The instant that was asked for, while the draft is scheduled or did not publish.</summary>
    public DateTimeOffset? PublishAt { get; set; }

    /// <summary>Why a scheduled draft did not publish.</summary>
    public string? ScheduleProblem { get; set; }

    public DateTimeOffset? LiveSince { get; set; }

    /// <summary>Who published in an emergency, while nobody else has checked it.</summary>
    public string? UncheckedBy { get; set; }

    /// <summary>The live revision of the full words that this one was written for: when another is live, it may say something old.</summary>
    public Guid? WrittenForId { get; set; }

    public uint Version { get; private set; }

    /// <summary>What an editor opens: the draft, or else what is live.</summary>
    public Guid? HeadId => DraftRevisionId ?? LiveRevisionId;

    /// <summary>Whether the full words have changed since this went live.</summary>
    public bool IsBehind(Variant full) => Key != VariantKey.Full && LiveRevisionId is not null && WrittenForId != full.LiveRevisionId;

    public FlowState State(Lifecycle lifecycle) => new(Draft, Standing, lifecycle);
}

internal sealed class VariantConfiguration : IEntityTypeConfiguration<Variant>
{
    public void Configure(EntityTypeBuilder<Variant> builder)
    {
        builder.ToTable("Variants", table =>
        {
            table.HasCheckConstraint("ck_variants_key", "key ~ '^(full|easy_read|audio|[a-z]{2,3})$'");
            table.HasCheckConstraint("ck_variants_one_draft", "(draft_revision_id is null) = (draft = 'none')");
            table.HasCheckConstraint("ck_variants_live", "(live_revision_id is null) = (standing = 'not_yet')");
            table.HasCheckConstraint("ck_variants_publish_at", "(publish_at is not null) = (draft in ('scheduled', 'failed'))");
            table.HasCheckConstraint("ck_variants_unchecked", "(unchecked_by is not null) = (standing = 'live_unchecked')");
        });
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Key).HasMaxLength(Limits.Variant);
        builder.Property(v => v.ScheduleProblem).HasMaxLength(Limits.Note);
        builder.Property(v => v.UncheckedBy).HasMaxLength(Limits.Actor);
        builder.Property(v => v.Version).IsRowVersion();
        builder.Ignore(v => v.HeadId);
        builder.HasIndex(v => new { v.DocumentId, v.Key }).IsUnique();
        builder.HasIndex(v => v.PublishAt).HasFilter("draft = 'scheduled'");
    }
}
