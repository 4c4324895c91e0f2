using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Ehcp.Data;

/// <summary>How somebody asked again. Stored.</summary>
internal enum ChasedBy
{
    Phone,
    Email,
    Meeting,
}

/// <summary>Somebody has asked again for advice that is late.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class AdviceChase
{
    public const int MaximumAnswer = 1000;

    public required Guid Id { get; init; }

    /// <summary>The event "advice asked for".</summary>
    public required Guid EventId { get; init; }

    public required ChasedBy How { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>By when they say that it will be here; null when they did not say.</summary>
    public DateOnly? PromisedFor { get; init; }

    [FieldClass(FieldClass.Special)]
    public required string Answer { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public string? RecordedBy { get; init; }

    public static void Map(EntityTypeBuilder<AdviceChase> chase)
    {
        chase.ToTable("advice_chases");
        chase.Property(c => c.Id).ValueGeneratedNever();
        chase.Property(c => c.RecordedBy).HasMaxLength(100);
        chase.HasOne<EhcEvent>().WithMany().HasForeignKey(c => c.EventId).OnDelete(DeleteBehavior.Restrict);
    }
}
