using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Content.Data;

internal enum RevisionOrigin
{
    Staff,
    Seed,
}

/// <summary>What a variant said at one moment. Never changed: a trigger of the database refuses it.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Revision
{
    public required Guid Id { get; init; }

    public required Guid VariantId { get; init; }

    /// <summary>From 1, in the order in which they were saved.</summary>
    public required int Number { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    /// <summary>Markdown.</summary>
    public required string Body { get; init; }

    /// <summary>When an event begins, or an alert shows from.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>Where an event is.</summary>
    public string? Place { get; init; }

    /// <summary>The file of a download (<c>media:key</c>), or where an alert leads.</summary>
    public string? Link { get; init; }

    /// <summary>What changed, for families; empty for a change that does not matter to them.</summary>
    public string? ChangeNote { get; init; }

    /// <summary>For colleagues: what the facts rest on, or why it changed.</summary>
    public string? StaffNote { get; init; }

    public required RevisionOrigin Origin { get; init; }

    /// <summary>Digest of the seed file it was read from.</summary>
    public string? SeedDigest { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Id of the account, or the job's name.</summary>
    public required string CreatedBy { get; init; }
}

internal sealed class RevisionConfiguration : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.ToTable("Revisions", table => table.HasCheckConstraint("ck_revisions_times", "ends_at is null or starts_at <= ends_at"));
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Title).HasMaxLength(Limits.Title);
        builder.Property(r => r.Summary).HasMaxLength(Limits.Summary);
        builder.Property(r => r.Body).HasMaxLength(Limits.Body);
        builder.Property(r => r.Place).HasMaxLength(Limits.Place);
        builder.Property(r => r.Link).HasMaxLength(Limits.Link);
        builder.Property(r => r.ChangeNote).HasMaxLength(Limits.Note);
        builder.Property(r => r.StaffNote).HasMaxLength(Limits.Note);
        builder.Property(r => r.SeedDigest).HasMaxLength(64);
        builder.Property(r => r.CreatedBy).HasMaxLength(Limits.Actor);
        builder.HasIndex(r => new { r.VariantId, r.Number }).IsUnique();
        builder.HasOne<Variant>().WithMany().HasForeignKey(r => r.VariantId).OnDelete(DeleteBehavior.Restrict);
    }
}
