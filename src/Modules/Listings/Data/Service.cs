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

    /// <summary>It comes to a family's home or school.</summary>
    public bool? ComesToYou { get; set; }

    public JoinRoute JoinRoute { get; set; } = JoinRoute.Unknown;

    /// <summary>Days and times in words.</summary>
    public string? Times { get; set; }

    /// <summary>Who can come, in words, where ages and needs do not say it all.</summary>
    public string? Eligibility { get; set; }

    /// <summary>False when whoever runs it has said that nobody asks for one.</summary>
    public bool? DiagnosisNeeded { get; set; }

    /// <summary>What happens the first time.</summary>
    public string? FirstVisit { get; set; }

    /// <summary>The four that a family asks about a short break, and about much else.</summary>
    public string? WhoDecides { get; set; }

    /// <inheritdoc cref="WhoDecides"/>
    public string? HowToGet { get; set; }

    /// <inheritdoc cref="WhoDecides"/>
    public string? UsualWait { get; set; }

    /// <inheritdoc cref="WhoDecides"/>
    public string? IfRefused { get; set; }

    /// <summary>Somebody interprets when asked.</summary>
    public bool? Interpreter { get; set; }

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

    public RecordState State { get; set; }

    /// <summary>The service that this one went into.</summary>
    public Guid? MergedIntoId { get; set; }

    /// <summary>Why it was archived, for staff.</summary>
    [FieldClass(FieldClass.Staff)]
    public string? ArchivedBecause { get; set; }

    /// <summary>Date in London on which it came in; the first check falls due from here.</summary>
    public DateOnly LoadedOn { get; set; }

    /// <summary>How many months a check is good for.</summary>
    public short CheckMonths { get; set; } = Freshness.UsualMonths;

    /// <summary>The date of the last e-mail that asked whoever runs it; empty once they have answered.</summary>
    public DateOnly? AskedOn { get; set; }

    /// <summary>How many e-mails have asked about the check that is due.</summary>
    [FieldClass(FieldClass.Staff)]
    public short TimesAsked { get; set; }

    /// <summary>Found in a search however long ago it was confirmed: staff know better.</summary>
    [FieldClass(FieldClass.Staff)]
    public bool KeepShown { get; set; }

    /// <summary>The member of staff who looks after it.</summary>
    [FieldClass(FieldClass.Staff)]
    public Guid? OwnerId { get; set; }

    public uint Version { get; private set; }

    public List<ServiceArea> Areas { get; } = [];

    public List<Session> Sessions { get; } = [];

    public List<ServiceLanguage> Languages { get; } = [];

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
            table.HasCheckConstraint("ck_services_check_months", "check_months between 1 and 24");
            table.HasCheckConstraint("ck_services_merged", "(state = 'merged') = (merged_into_id is not null)");
            table.HasCheckConstraint("ck_services_checked", "sureness not in ('checked', 'check_due') or last_checked_on is not null");
        });
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Slug).HasMaxLength(Limits.Slug);
        builder.Property(s => s.Name).HasMaxLength(Limits.Name);
        builder.Property(s => s.Summary).HasMaxLength(Limits.Summary);
        builder.Property(s => s.Kind).HasMaxLength(Limits.Code);
        builder.Property(s => s.Times).HasMaxLength(Limits.Note);
        builder.Property(s => s.Eligibility).HasMaxLength(Limits.Note);
        builder.Property(s => s.FirstVisit).HasMaxLength(Limits.LongNote);
        builder.Property(s => s.WhoDecides).HasMaxLength(Limits.Note);
        builder.Property(s => s.HowToGet).HasMaxLength(Limits.LongNote);
        builder.Property(s => s.UsualWait).HasMaxLength(Limits.Name);
        builder.Property(s => s.IfRefused).HasMaxLength(Limits.Note);
        builder.Property(s => s.ArchivedBecause).HasMaxLength(Limits.Note);
        builder.Property(s => s.LoadedOn).HasDefaultValueSql("current_date");
        builder.Property(s => s.CheckMonths).HasDefaultValue(Freshness.UsualMonths).HasSentinel(Freshness.UsualMonths);
        builder.Property(s => s.State).HasDefaultValue(RecordState.Live);
        builder.Property(s => s.Phone).HasMaxLength(Limits.Phone);
        builder.Property(s => s.Email).HasMaxLength(Limits.Email);
        builder.Property(s => s.Website).HasMaxLength(Limits.Address);
        builder.Property(s => s.SourceUrl).HasMaxLength(Limits.Address);
        builder.Property(s => s.SourceNote).HasMaxLength(Limits.SourceNote);
        builder.Property(s => s.Version).IsRowVersion();
        builder.HasIndex(s => s.Slug).IsUnique();
        builder.HasIndex(s => s.OrganisationId);
        builder.HasIndex(s => s.OwnerId);
        builder.HasOne<Service>().WithMany().HasForeignKey(s => s.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(s => s.Organisation).WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
