using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Listings.Data;

[FieldClass(FieldClass.Public)]
internal sealed class ServicePlace
{
    public required Guid ServiceId { get; init; }

    public required Guid PlaceId { get; init; }

    public Place? Place { get; init; }

    /// <summary>Place in the list, from 0.</summary>
    public short Position { get; set; }
}

internal sealed class ServicePlaceConfiguration : IEntityTypeConfiguration<ServicePlace>
{
    public void Configure(EntityTypeBuilder<ServicePlace> builder)
    {
        builder.ToTable("ServicePlaces");
        builder.HasKey(p => new { p.ServiceId, p.PlaceId });
        builder.HasIndex(p => p.PlaceId);
        builder.HasOne<Service>().WithMany(s => s.Places).HasForeignKey(p => p.ServiceId);
        builder.HasOne(p => p.Place).WithMany().HasForeignKey(p => p.PlaceId).OnDelete(DeleteBehavior.Restrict);
    }
}
