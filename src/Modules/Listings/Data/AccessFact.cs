using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Listings.Data;

/// <summary>
/// What it is like to get in and be there: of a building, or of one service in it. An import speaks only for the service it names, because
/// two rows about one building may disagree.
/// </summary>
[FieldClass(FieldClass.Public)]
internal sealed class AccessFact
{
    public required Guid Id { get; init; }

    /// <summary>Exactly one of this and <see cref="PlaceId"/>.</summary>
    public Guid? ServiceId { get; init; }

    /// <inheritdoc cref="ServiceId"/>
    public Guid? PlaceId { get; init; }

    public required AccessFactKey Key { get; init; }

    public required AccessAnswer Answer { get; set; }

    /// <summary>What is worth saying beside it, for example "Bed, no hoist".</summary>
    public string? Note { get; set; }

    public required FactSource Source { get; set; }

    /// <summary>The date somebody confirmed it; empty until somebody has.</summary>
    public DateOnly? CheckedOn { get; set; }
}

internal sealed class AccessFactConfiguration : IEntityTypeConfiguration<AccessFact>
{
    public void Configure(EntityTypeBuilder<AccessFact> builder)
    {
        builder.ToTable("AccessFacts", table => table.HasCheckConstraint("ck_access_facts_subject", "num_nonnulls(service_id, place_id) = 1"));
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Note).HasMaxLength(Limits.Name);
        builder.HasIndex(f => new { f.ServiceId, f.Key }).IsUnique();
        builder.HasIndex(f => new { f.PlaceId, f.Key }).IsUnique();
        builder.HasOne<Service>().WithMany(s => s.AccessFacts).HasForeignKey(f => f.ServiceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Place>().WithMany(p => p.AccessFacts).HasForeignKey(f => f.PlaceId).OnDelete(DeleteBehavior.Cascade);
    }
}
