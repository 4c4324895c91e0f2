using System.Globalization;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Listings.Data;

/// <summary>Somewhere to travel to. Several services may share one.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class Place
{
    public required Guid Id { get; init; }

    public string? Name { get; set; }

    /// <summary>Street and what else stands on the envelope, a comma between lines.</summary>
    public string? Address { get; set; }

    public string? Town { get; set; }

    /// <summary>With one space.</summary>
    public string? Postcode { get; set; }

    /// <summary>WGS84, degrees north.</summary>
    public double? Latitude { get; set; }

    /// <summary>WGS84, degrees east.</summary>
    public double? Longitude { get; set; }

    /// <summary>False when the position is only the middle of a town: good enough to sort by, never to be shown as the place.</summary>
    public bool PositionIsExact { get; set; }

    public RecordState State { get; set; }

    /// <summary>The place that this one went into.</summary>
    public Guid? MergedIntoId { get; set; }

    public uint Version { get; private set; }

    public List<AccessFact> AccessFacts { get; } = [];
}

internal sealed class PlaceConfiguration : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> builder)
    {
        builder.ToTable("Places", table =>
        {
            table.HasCheckConstraint("ck_places_latitude", string.Create(CultureInfo.InvariantCulture, $"latitude between {Limits.South} and {Limits.North}"));
            table.HasCheckConstraint("ck_places_longitude", string.Create(CultureInfo.InvariantCulture, $"longitude between {Limits.West} and {Limits.East}"));
            table.HasCheckConstraint("ck_places_merged", "(state = 'merged') = (merged_into_id is not null)");
            table.HasCheckConstraint("ck_places_position", "(latitude is null) = (longitude is null) and (latitude is not null or not position_is_exact)");
        });
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Name).HasMaxLength(Limits.Name);
        builder.Property(p => p.Address).HasMaxLength(Limits.Street);
        builder.Property(p => p.Town).HasMaxLength(Limits.Town);
        builder.Property(p => p.Postcode).HasMaxLength(Limits.Postcode);
        builder.Property(p => p.State).HasDefaultValue(RecordState.Live);
        builder.HasOne<Place>().WithMany().HasForeignKey(p => p.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(p => p.Version).IsRowVersion();
    }
}
