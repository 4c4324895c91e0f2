using Medway.LocalOffer.Listings.Domain;
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

    /// <summary>What it is and does, in a plain sentence or two.</summary>
    public string? Description { get; set; }

    /// <summary>As people write it.</summary>
    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Website { get; set; }

    public RecordState State { get; set; }

    /// <summary>The organisation that this one went into.</summary>
    public Guid? MergedIntoId { get; set; }

    public uint Version { get; private set; }
}

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("Organisations", table =>
        {
            table.HasCheckConstraint("ck_organisations_slug", Limits.SlugCheck);
            table.HasCheckConstraint("ck_organisations_merged", "(state = 'merged') = (merged_into_id is not null)");
        });
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Slug).HasMaxLength(Limits.Slug);
        builder.Property(o => o.Name).HasMaxLength(Limits.Name);
        builder.Property(o => o.Phone).HasMaxLength(Limits.Phone);
        builder.Property(o => o.Email).HasMaxLength(Limits.Email);
        builder.Property(o => o.Website).HasMaxLength(Limits.Address);
        builder.Property(o => o.Description).HasMaxLength(Limits.Summary);
        builder.Property(o => o.State).HasDefaultValue(RecordState.Live);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(o => o.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(o => o.Version).IsRowVersion();
        builder.HasIndex(o => o.Slug).IsUnique();
    }
}
