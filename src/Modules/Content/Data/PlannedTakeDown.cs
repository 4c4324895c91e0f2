using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Content.Data;

/// <summary>
/// A document is to be taken down at a time. It belongs to the document and not to one text of it: a text that goes live in between does not
/// end it. It goes when the document is taken down, by the clock or by somebody.
/// </summary>
[FieldClass(FieldClass.Staff)]
internal sealed class PlannedTakeDown
{
    public required Guid DocumentId { get; init; }

    /// <summary>The instant that was asked for.</summary>
    public required DateTimeOffset At { get; set; }

    public required TakenDownReason Reason { get; set; }

    /// <summary>For a page that will be withdrawn: what families read above it then.</summary>
    public string? Words { get; set; }

    /// <summary>For a page that will be merged: the document to read instead.</summary>
    public Guid? MergedIntoId { get; set; }

    /// <summary>Its time came and it was not taken down: why.</summary>
    public string? Problem { get; set; }
}

internal sealed class PlannedTakeDownConfiguration : IEntityTypeConfiguration<PlannedTakeDown>
{
    public void Configure(EntityTypeBuilder<PlannedTakeDown> builder)
    {
        builder.ToTable("PlannedTakeDowns", table =>
            table.HasCheckConstraint("ck_planned_take_downs_merged", "(merged_into_id is not null) = (reason = 'merged')"));
        builder.HasKey(p => p.DocumentId);
        builder.Property(p => p.DocumentId).ValueGeneratedNever();
        builder.Property(p => p.Words).HasMaxLength(Limits.Note);
        builder.Property(p => p.Problem).HasMaxLength(Limits.Note);
        builder.HasOne<Document>().WithOne().HasForeignKey<PlannedTakeDown>(p => p.DocumentId).OnDelete(DeleteBehavior.Cascade);
    }
}
