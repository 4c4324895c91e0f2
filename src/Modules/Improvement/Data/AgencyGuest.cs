using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Improvement.Data;

/// <summary>From this moment this account speaks for an agency. The latest row of an account counts.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class AgencyGuest
{
    public const string Subject = "improvement_guest";

    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>Null: for none.</summary>
    public required AuditAgency? Agency { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string? By { get; init; }

    public static void Map(EntityTypeBuilder<AgencyGuest> guest)
    {
        guest.ToTable("agency_guests");
        guest.Property(g => g.Id).ValueGeneratedNever();
        guest.Property(g => g.By).HasMaxLength(100);
        guest.HasIndex(g => new { g.AccountId, g.At });
    }
}
