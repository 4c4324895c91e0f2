using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Listings.Data;

/// <summary>Who runs a service. Contacts are the organisation's own, never a private person's; empty means not known.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class Organisation
{
    public required Guid Id { get; init; }

    public required string Slug { get; set; }

    public required string Name { get; set; }

    /// <summary>As people write it.</summary>
    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Website { get; set; }

    public uint Version { get; private set; }
}

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("Organisations", table => table.HasCheckConstraint("ck_organisations_slug", Limits.SlugCheck));
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Slug).HasMaxLength(Limits.Slug);
        builder.Property(o => o.Name).HasMaxLength(Limits.Name);
        builder.Property(o => o.Phone).HasMaxLength(Limits.Phone);
        builder.Property(o => o.Email).HasMaxLength(Limits.Email);
        builder.Property(o => o.Website).HasMaxLength(Limits.Address);
        builder.Property(o => o.Version).IsRowVersion();
        builder.HasIndex(o => o.Slug).IsUnique();
    }
}
