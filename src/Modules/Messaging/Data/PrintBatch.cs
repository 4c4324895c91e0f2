using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Messaging.Data;

internal enum BatchState
{
    /// <summary>Made: its sheets can be printed, and envelopes matched.</summary>
    Open,

    /// <summary>A second person has looked at it: it may be posted.</summary>
    Released,
    Posted,
}

/// <summary>The letters of a day, printed and posted together.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class PrintBatch
{
    public required Guid Id { get; init; }

    public required DateOnly Day { get; init; }

    public required BatchState State { get; set; }

    public required Guid? MadeBy { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Its letters go to hidden addresses, and nobody but the duty and safety lead opens its sheets. Others hold none of those.</summary>
    public bool IsHidden { get; init; }

    public Guid? ReleasedBy { get; set; }

    public DateTimeOffset? ReleasedAt { get; set; }

    public DateOnly? PostedOn { get; set; }

    public Guid? PostedBy { get; set; }

    public static void Map(EntityTypeBuilder<PrintBatch> batch)
    {
        batch.ToTable("print_batches");
        batch.Property(b => b.Id).ValueGeneratedNever();
        batch.HasIndex(b => b.MadeAt);
    }
}
