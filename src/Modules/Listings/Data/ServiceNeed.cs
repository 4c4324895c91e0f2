using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Listings.Data;

/// <summary>A need that a service names. Apart from its kind: a swimming club is an activity whoever it suits.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class ServiceNeed
{
    public required Guid ServiceId { get; init; }

    /// <summary>A value of <see cref="Vocabulary.Needs"/>.</summary>
    public required string Need { get; init; }
}

internal sealed class ServiceNeedConfiguration : IEntityTypeConfiguration<ServiceNeed>
{
    public void Configure(EntityTypeBuilder<ServiceNeed> builder)
    {
        builder.ToTable("ServiceNeeds", table => table.HasCheckConstraint("ck_service_needs_need", Checks.OneOf("need", Vocabulary.Needs)));
        builder.HasKey(n => new { n.ServiceId, n.Need });
        builder.Property(n => n.Need).HasMaxLength(Limits.Code);
        builder.HasOne<Service>().WithMany(s => s.Needs).HasForeignKey(n => n.ServiceId);
    }
}
