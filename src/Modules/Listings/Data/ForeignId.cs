using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Listings.Data;

/// <summary>What another system calls a service, an organisation or a place, so that loading its file again updates and never duplicates.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class ForeignId
{
    /// <summary>Stands for the digest of an organisation or a place that was here before this source named it: nothing of the source is ever applied to it.</summary>
    public static readonly string NeverApplied = new('0', 64);

    /// <summary>The system, for example <c>services-csv</c>.</summary>
    public required string Source { get; init; }

    /// <summary>What it is an id of.</summary>
    public RecordKind Kind { get; init; }

    public required string ExternalId { get; init; }

    /// <summary>Exactly one of the three, the one that <see cref="Kind"/> says.</summary>
    public Guid? ServiceId { get; set; }

    /// <inheritdoc cref="ServiceId"/>
    public Guid? OrganisationId { get; set; }

    /// <inheritdoc cref="ServiceId"/>
    public Guid? PlaceId { get; set; }

    /// <summary>
    /// SHA-256, in hex, of the row as it was last applied. A row that has not changed there is left alone here, and with it whatever our
    /// staff have put right since.
    /// </summary>
    public required string RowDigest { get; set; }
}

internal sealed class ForeignIdConfiguration : IEntityTypeConfiguration<ForeignId>
{
    public void Configure(EntityTypeBuilder<ForeignId> builder)
    {
        builder.ToTable("ForeignIds", table => table.HasCheckConstraint(
            "ck_foreign_ids_subject",
            "num_nonnulls(service_id, organisation_id, place_id) = 1 and case kind when 'service' then service_id when 'organisation' then organisation_id else place_id end is not null"));
        builder.HasKey(f => new { f.Source, f.Kind, f.ExternalId });
        builder.Property(f => f.Source).HasMaxLength(Limits.Code);
        builder.Property(f => f.ExternalId).HasMaxLength(Limits.Name);
        builder.Property(f => f.RowDigest).HasMaxLength(64).IsFixedLength();
        builder.HasIndex(f => f.ServiceId);
        builder.HasOne<Service>().WithMany().HasForeignKey(f => f.ServiceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(f => f.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Place>().WithMany().HasForeignKey(f => f.PlaceId).OnDelete(DeleteBehavior.Cascade);
    }
}
