using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Ehcp.Absences;

/// <summary>An officer is away, and somebody else looks after their records meanwhile. Why they are away is nobody's business here.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Absence
{
    public required Guid Id { get; init; }

    /// <summary>The account of whoever is away.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The account of whoever looks after their records.</summary>
    public required Guid CoverId { get; set; }

    public required DateOnly From { get; init; }

    /// <summary>Last day; earlier when they are back sooner.</summary>
    public required DateOnly To { get; set; }

    public required DateTimeOffset RecordedAt { get; init; }

    public string? RecordedBy { get; init; }

    public bool IsOn(DateOnly day) => From <= day && To >= day;

    public static void Map(EntityTypeBuilder<Absence> absence)
    {
        absence.ToTable("absences");
        absence.Property(a => a.Id).ValueGeneratedNever();
        absence.Property(a => a.RecordedBy).HasMaxLength(100);
        absence.HasIndex(a => new { a.AccountId, a.To });
        absence.HasIndex(a => a.To);
    }
}
