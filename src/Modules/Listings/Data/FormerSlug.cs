using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Listings.Data;

/// <summary>An address that a service or an organisation once had: links on paper and on other sites go on working.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class FormerSlug
{
    public required RecordKind Kind { get; init; }

    public required string Slug { get; init; }

    public required Guid RecordId { get; set; }
}

internal sealed class FormerSlugConfiguration : IEntityTypeConfiguration<FormerSlug>
{
    public void Configure(EntityTypeBuilder<FormerSlug> builder)
    {
        builder.ToTable("FormerSlugs", table => table.HasCheckConstraint("ck_former_slugs_slug", Limits.SlugCheck));
        builder.HasKey(f => new { f.Kind, f.Slug });
        builder.Property(f => f.Slug).HasMaxLength(Limits.Slug);
        builder.HasIndex(f => f.RecordId);
    }
}
