using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Ehcp.Data;

/// <summary>What somebody found who looked at a request when it came. Stored.</summary>
internal enum ScreeningOutcome
{
    ReadyForPanel,

    /// <summary>We ask for more. The clock runs on.</summary>
    MoreAskedFor,

    /// <summary>Another council is responsible for the child.</summary>
    AnotherCouncil,
}

/// <summary>Somebody has looked at the request on receipt. One for each record.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Screening
{
    public const int MaximumNote = 2000;

    public required Guid Id { get; init; }

    public required Guid RecordId { get; init; }

    public required ScreeningOutcome Outcome { get; init; }

    public required DateOnly ScreenedOn { get; init; }

    [FieldClass(FieldClass.Special)]
    public required string Note { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public string? RecordedBy { get; init; }

    public static void Map(EntityTypeBuilder<Screening> screening)
    {
        screening.ToTable("screenings");
        screening.Property(s => s.Id).ValueGeneratedNever();
        screening.Property(s => s.RecordedBy).HasMaxLength(100);
        screening.HasOne<EhcRecord>().WithMany().HasForeignKey(s => s.RecordId).OnDelete(DeleteBehavior.Restrict);
        screening.HasIndex(s => s.RecordId).IsUnique();
    }
}
