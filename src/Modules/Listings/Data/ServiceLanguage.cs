using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Listings.Data;

/// <summary>A language that a service can be had in. None means that nobody has said.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class ServiceLanguage
{
    public required Guid ServiceId { get; init; }

    /// <summary>ISO 639, two or three small letters.</summary>
    public required string Code { get; init; }
}

internal sealed class ServiceLanguageConfiguration : IEntityTypeConfiguration<ServiceLanguage>
{
    public void Configure(EntityTypeBuilder<ServiceLanguage> builder)
    {
        builder.ToTable("ServiceLanguages", table => table.HasCheckConstraint("ck_service_languages_code", "code ~ '^[a-z]{2,3}$'"));
        builder.HasKey(l => new { l.ServiceId, l.Code });
        builder.Property(l => l.Code).HasMaxLength(3);
        builder.HasOne<Service>().WithMany(s => s.Languages).HasForeignKey(l => l.ServiceId);
    }
}
