using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Content.Data;

/// <summary>
/// What the public site reads: one row for each variant that is live, written in the transaction that publishes it. The public login sees
/// this table and no draft.
/// </summary>
[FieldClass(FieldClass.Public)]
internal sealed class PublishedPage
{
    public required Guid DocumentId { get; init; }

    /// <summary>See <see cref="VariantKey"/>.</summary>
    public required string Variant { get; init; }

    public required Guid RevisionId { get; set; }

    public required DocumentKind Kind { get; set; }

    /// <summary>Of the document; the variant's own address is <see cref="Address"/>.</summary>
    public required string Path { get; set; }

    public required string Address { get; set; }

    public Guid? ParentId { get; set; }

    public int Position { get; set; }

    public bool InMenu { get; set; }

    public string? Icon { get; set; }

    public required string Title { get; set; }

    public required string Summary { get; set; }

    public required string Body { get; set; }

    public DateTimeOffset? StartsAt { get; set; }

    public DateTimeOffset? EndsAt { get; set; }

    public string? Place { get; set; }

    public string? Link { get; set; }

    public required string Owner { get; set; }

    public string? Also { get; set; }

    public DateOnly? LastCheckedOn { get; set; }

    public DateOnly NextCheckOn { get; set; }

    public required DateTimeOffset PublishedAt { get; set; }

    public string? ChangeNote { get; set; }

    public TakenDownReason? TakenDown { get; set; }

    public string? TakenDownWords { get; set; }

    /// <summary>The full words changed after this variant was written.</summary>
    public bool MayBeOld { get; set; }
}

internal sealed class PublishedPageConfiguration : IEntityTypeConfiguration<PublishedPage>
{
    public void Configure(EntityTypeBuilder<PublishedPage> builder)
    {
        builder.ToTable("Published");
        builder.HasKey(p => new { p.DocumentId, p.Variant });
        builder.Property(p => p.Variant).HasMaxLength(Limits.Variant);
        builder.Property(p => p.Path).HasMaxLength(Limits.Path);
        builder.Property(p => p.Address).HasMaxLength(Limits.Path + Limits.Slug);
        builder.Property(p => p.Icon).HasMaxLength(Limits.Icon);
        builder.Property(p => p.Title).HasMaxLength(Limits.Title);
        builder.Property(p => p.Summary).HasMaxLength(Limits.Summary);
        builder.Property(p => p.Body).HasMaxLength(Limits.Body);
        builder.Property(p => p.Place).HasMaxLength(Limits.Place);
        builder.Property(p => p.Link).HasMaxLength(Limits.Link);
        builder.Property(p => p.Owner).HasMaxLength(Limits.Owner);
        builder.Property(p => p.Also).HasMaxLength(Limits.Also);
        builder.Property(p => p.ChangeNote).HasMaxLength(Limits.Note);
        builder.Property(p => p.TakenDownWords).HasMaxLength(Limits.Note);
        builder.HasIndex(p => p.Address).IsUnique();
        builder.HasIndex(p => p.ParentId);
        builder.HasIndex(p => new { p.Kind, p.Variant });
    }
}
