using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Content.Data;

/// <summary>
/// One thing that editors keep: where it stands, who looks after it and when it was last checked. What it says is in the revisions of its
/// variants. The public site never reads this table, but <see cref="PublishedPage"/>.
/// </summary>
[FieldClass(FieldClass.Public)]
internal sealed class Document
{
    public required Guid Id { get; init; }

    public required DocumentKind Kind { get; init; }

    public Guid? ParentId { get; set; }

    public Document? Parent { get; set; }

    public required string Slug { get; set; }

    /// <summary>Whole, with a leading slash; made of the slugs above it.</summary>
    public required string Path { get; set; }

    /// <summary>Among its siblings; lower comes first.</summary>
    public int Position { get; set; } = 500;

    /// <summary>Stands in the main menu.</summary>
    public bool InMenu { get; set; }

    /// <summary>Name of a drawing in the theme's sprite, without which the page has none.</summary>
    public string? Icon { get; set; }

    /// <summary>Other words that people look for it by.</summary>
    public string? Also { get; set; }

    /// <summary>The team that answers for it, as families read it: "the SEN team".</summary>
    public required string Owner { get; set; }

    /// <summary>The member of staff who is asked to check it; empty when its owner has no account here.</summary>
    [FieldClass(FieldClass.Staff)]
    public Guid? OwnerAccountId { get; set; }

    /// <summary>Where an owner without an account is asked whether it is still right.</summary>
    [FieldClass(FieldClass.Personal)]
    public string? OwnerMailbox { get; set; }

    /// <summary>Date in London on which somebody said all of it was right; empty until somebody has.</summary>
    public DateOnly? LastCheckedOn { get; set; }

    public required DateOnly NextCheckOn { get; set; }

    public required short CheckMonths { get; set; }

    /// <summary>Why it may be harder to read than an eleven-year-old reads.</summary>
    [FieldClass(FieldClass.Staff)]
    public string? ReadingAgeReason { get; set; }

    public TakenDownReason? TakenDown { get; set; }

    /// <summary>What families read in its place.</summary>
    public string? TakenDownWords { get; set; }

    /// <summary>For whatever was merged: the page to read instead.</summary>
    public Guid? MergedIntoId { get; set; }

    [FieldClass(FieldClass.Staff)]
    public DateTimeOffset? BinnedAt { get; set; }

    /// <summary>The seed file that it came from.</summary>
    [FieldClass(FieldClass.Staff)]
    public string? SeedKey { get; init; }

    [FieldClass(FieldClass.Staff)]
    public required DateTimeOffset CreatedAt { get; init; }

    public uint Version { get; private set; }

    public List<Variant> Variants { get; } = [];

    public Lifecycle Lifecycle => BinnedAt is not null ? Lifecycle.Binned : TakenDown is not null ? Lifecycle.TakenDown : Lifecycle.Kept;

    public Variant Full => Variants.Single(variant => variant.Key == VariantKey.Full);
}

internal sealed class DocumentConfiguration : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.ToTable("Documents", table =>
        {
            table.HasCheckConstraint("ck_documents_slug", Limits.SlugCheck);
            table.HasCheckConstraint("ck_documents_path", "path ~ '^(/[a-z0-9]+(-[a-z0-9]+)*){1,10}$'");
            table.HasCheckConstraint("ck_documents_check_months", "check_months between 1 and 12");
            table.HasCheckConstraint("ck_documents_merged", "(merged_into_id is not null) = (taken_down is not distinct from 'merged')");
        });
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Slug).HasMaxLength(Limits.Slug);
        builder.Property(d => d.Path).HasMaxLength(Limits.Path);
        builder.Property(d => d.Icon).HasMaxLength(Limits.Icon);
        builder.Property(d => d.Also).HasMaxLength(Limits.Also);
        builder.Property(d => d.Owner).HasMaxLength(Limits.Owner);
        builder.Property(d => d.ReadingAgeReason).HasMaxLength(Limits.Note);
        builder.Property(d => d.TakenDownWords).HasMaxLength(Limits.Note);
        builder.Property(d => d.SeedKey).HasMaxLength(Limits.Path);
        builder.Property(d => d.Version).IsRowVersion();
        builder.Ignore(d => d.Lifecycle);
        builder.Ignore(d => d.Full);

        // What lies in the bin gives its address back.
        builder.HasIndex(d => d.Path).IsUnique().HasFilter("binned_at is null");
        builder.HasIndex(d => d.SeedKey).IsUnique();
        builder.HasIndex(d => d.NextCheckOn);
        builder.HasOne(d => d.Parent).WithMany().HasForeignKey(d => d.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(d => d.Variants).WithOne(v => v.Document).HasForeignKey(v => v.DocumentId).OnDelete(DeleteBehavior.Restrict);
    }
}
