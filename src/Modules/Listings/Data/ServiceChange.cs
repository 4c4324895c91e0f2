using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Listings.Data;

/// <summary>
/// When anything that a service shows was last written: its own row, its lists, who runs it or where it is. Kept by triggers, so that no way of
/// writing can forget it; a table of its own, because touching the service's row would look like somebody else's edit to whoever has it open.
/// </summary>
[FieldClass(FieldClass.Public)]
internal sealed class ServiceChange
{
    public required Guid ServiceId { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}

internal sealed class ServiceChangeConfiguration : IEntityTypeConfiguration<ServiceChange>
{
    public void Configure(EntityTypeBuilder<ServiceChange> builder)
    {
        builder.ToTable("ServiceChanges");
        builder.HasKey(change => change.ServiceId);
        builder.HasIndex(change => new { change.ChangedAt, change.ServiceId });
        builder.HasOne<Service>().WithOne().HasForeignKey<ServiceChange>(change => change.ServiceId);
    }
}
