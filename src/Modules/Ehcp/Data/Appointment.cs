using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Ehcp.Data;

/// <summary>Somebody who gives advice sees the child. Booked elsewhere, and written down here so that the family is told in time.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Appointment
{
    public const int MaximumWhere = 300;

    public required Guid Id { get; init; }

    public required Guid RecordId { get; init; }

    public required Adviser Adviser { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>The place, and what is made ready for the child.</summary>
    [FieldClass(FieldClass.Special)]
    public required string Where { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public string? RecordedBy { get; init; }

    /// <summary>It was called off; null while it stands.</summary>
    public DateTimeOffset? CalledOffAt { get; set; }

    public static void Map(EntityTypeBuilder<Appointment> appointment)
    {
        appointment.ToTable("appointments");
        appointment.Property(a => a.Id).ValueGeneratedNever();

        // "Where" is a word of SQL.
        appointment.Property(a => a.Where).HasColumnName("place");
        appointment.Property(a => a.RecordedBy).HasMaxLength(100);
        appointment.HasOne<EhcRecord>().WithMany().HasForeignKey(a => a.RecordId).OnDelete(DeleteBehavior.Restrict);
        appointment.HasIndex(a => new { a.RecordId, a.Adviser, a.StartsAt }).IsUnique().HasFilter("called_off_at is null");
    }
}
