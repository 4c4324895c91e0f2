using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Platform.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Listings.Data;

/// <summary>One thing that a family can use: a club, a team, a school, a helpline. Empty means not known, not "no".</summary>
[FieldClass(FieldClass.Public)]
internal sealed class Service
{
    public required Guid Id { get; init; }

    public required string Slug { get; set; }

    public required Guid OrganisationId { get; set; }

    public Organisation? Organisation { get; set; }

    public required string Name { get; set; }

    /// <summary>One plain sentence.</summary>
    public required string Summary { get; set; }

    /// <summary>A value of <see cref="Facets.Kinds"/>.</summary>
    public required string Kind { get; set; }

    public ShortBreakLevel? ShortBreakLevel { get; set; }

    /// <summary>Whole years, inclusive.</summary>
    public short? AgeFrom { get; set; }

    /// <inheritdoc cref="AgeFrom"/>
    public short? AgeTo { get; set; }

    public bool IsOnline { get; set; }

    /// <summary>Where it comes to people or answers them; a service may have places as well.</summary>
    public CoverageArea Area { get; set; }

    public JoinRoute JoinRoute { get; set; } = JoinRoute.Unknown;

    /// <summary>Days and times in words.</summary>
    public string? Times { get; set; }

    /// <summary>As people write it.</summary>
    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Website { get; set; }

    /// <summary>The public page that the facts were read on.</summary>
    public string? SourceUrl { get; set; }

    /// <summary>What that page did not say, for staff only: it is written in a checker's words, not a family's.</summary>
    [FieldClass(FieldClass.Staff)]
    public string? SourceNote { get; set; }

    public Verification Verified { get; set; }

    /// <summary>What we may say today about how true this is.</summary>
    public Sureness Sureness { get; set; }

    /// <summary>The date somebody confirmed it; empty until somebody has.</summary>
    public DateOnly? LastCheckedOn { get; set; }

    public uint Version { get; private set; }

    public List<ServiceNeed> Needs { get; } = [];

    public List<CostOption> Costs { get; } = [];

    public List<ServicePlace> Places { get; } = [];

    public List<AccessFact> AccessFacts { get; } = [];
}

internal sealed class ServiceConfiguration : IEntityTypeConfiguration<Service>
{
    public void Configure(EntityTypeBuilder<Service> builder)
    {
        builder.ToTable("Services", table =>
        {
            table.HasCheckConstraint("ck_services_slug", Limits.SlugCheck);
            table.HasCheckConstraint("ck_services_kind", Checks.OneOf("kind", Vocabulary.Kinds));
            table.HasCheckConstraint("ck_services_age_from", $"age_from between 0 and {Limits.OldestAge}");
            table.HasCheckConstraint("ck_services_age_to", $"age_to between 0 and {Limits.OldestAge}");
            table.HasCheckConstraint("ck_services_ages", "age_from <= age_to");
            table.HasCheckConstraint("ck_services_checked", "sureness not in ('checked', 'check_due') or last_checked_on is not null");
        });
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Slug).HasMaxLength(Limits.Slug);
        builder.Property(s => s.Name).HasMaxLength(Limits.Name);
        builder.Property(s => s.Summary).HasMaxLength(Limits.Summary);
        builder.Property(s => s.Kind).HasMaxLength(Limits.Code);
        builder.Property(s => s.Times).HasMaxLength(Limits.Note);
        builder.Property(s => s.Phone).HasMaxLength(Limits.Phone);
        builder.Property(s => s.Email).HasMaxLength(Limits.Email);
        builder.Property(s => s.Website).HasMaxLength(Limits.Address);
        builder.Property(s => s.SourceUrl).HasMaxLength(Limits.Address);
        builder.Property(s => s.SourceNote).HasMaxLength(Limits.SourceNote);
        builder.Property(s => s.Version).IsRowVersion();
        builder.HasIndex(s => s.Slug).IsUnique();
        builder.HasIndex(s => s.OrganisationId);
        builder.HasOne(s => s.Organisation).WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
