using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Listings.Data;

internal enum RevisionState
{
    /// <summary>Being written. One at most for each record, this and <see cref="Submitted"/> together.</summary>
    Draft,

    /// <summary>Waits for a second person.</summary>
    Submitted,

    /// <summary>Was live from <see cref="RecordRevision.DecidedAt"/> until the next one that was.</summary>
    Live,

    /// <summary>Thrown away by whoever wrote it, or overtaken.</summary>
    Dropped,
}

/// <summary>A record as it was, or as somebody would have it: the whole of it, so that any two can be compared and any one put back.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class RecordRevision
{
    public required Guid Id { get; init; }

    public required RecordKind Kind { get; init; }

    /// <summary>Of a record that may not exist yet: a draft of a new one has its id already.</summary>
    public required Guid RecordId { get; init; }

    /// <summary>From 1 for each record.</summary>
    public required int Number { get; init; }

    public required RevisionState State { get; set; }

    /// <summary>The record as JSON.</summary>
    public required string Document { get; set; }

    /// <summary>The live record as it was when the draft was last saved; empty for a new record.</summary>
    public string? Base { get; set; }

    /// <summary>Account; empty when the command line, a job or an import wrote it.</summary>
    public Guid? WrittenBy { get; set; }

    public required DateTimeOffset WrittenAt { get; set; }

    public Guid? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Why it was changed, or why it was sent back.</summary>
    public string? Note { get; set; }

    public uint Version { get; private set; }
}

internal sealed class RecordRevisionConfiguration : IEntityTypeConfiguration<RecordRevision>
{
    public void Configure(EntityTypeBuilder<RecordRevision> builder)
    {
        builder.ToTable("RecordRevisions");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Document).HasColumnType("jsonb");
        builder.Property(r => r.Base).HasColumnType("jsonb");
        builder.Property(r => r.Note).HasMaxLength(Limits.Note);
        builder.Property(r => r.Version).IsRowVersion();
        builder.HasIndex(r => new { r.RecordId, r.Number }).IsUnique();
        builder.HasIndex(r => r.RecordId).IsUnique().HasFilter("state in ('draft', 'submitted')").HasDatabaseName("ix_record_revisions_open");
    }
}
