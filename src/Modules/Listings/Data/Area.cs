using System.Globalization;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Listings.Data;

/// <summary>Somewhere that a service may cover whole. Each lies in a bigger one, up to the country.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class Area
{
    /// <summary>As it stands in files, for example <c>kent-and-medway</c>.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    public required AreaKind Kind { get; set; }

    /// <summary>The area that it lies in; empty for the biggest.</summary>
    public string? ParentCode { get; set; }

    /// <summary>Its middle, WGS84, for areas smaller than Medway: near and far are counted from here.</summary>
    public double? Latitude { get; set; }

    /// <inheritdoc cref="Latitude"/>
    public double? Longitude { get; set; }
}

/// <summary>A service reaches everybody in this area, without their having to travel to a place of it.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class ServiceArea
{
    public required Guid ServiceId { get; init; }

    public required string AreaCode { get; init; }

    public Area? Area { get; init; }
}

internal sealed class AreaConfiguration : IEntityTypeConfiguration<Area>, IEntityTypeConfiguration<ServiceArea>
{
    public void Configure(EntityTypeBuilder<Area> builder)
    {
        builder.ToTable("Areas", table =>
        {
            table.HasCheckConstraint("ck_areas_code", Limits.SlugCheck.Replace("slug", "code", StringComparison.Ordinal));
            table.HasCheckConstraint("ck_areas_parent", "code <> parent_code");
            table.HasCheckConstraint("ck_areas_latitude", string.Create(CultureInfo.InvariantCulture, $"latitude between {Limits.South} and {Limits.North}"));
            table.HasCheckConstraint("ck_areas_position", "(latitude is null) = (longitude is null)");
        });
        builder.HasKey(a => a.Code);
        builder.Property(a => a.Code).HasMaxLength(Limits.Code);
        builder.Property(a => a.Name).HasMaxLength(Limits.Town);
        builder.HasOne<Area>().WithMany().HasForeignKey(a => a.ParentCode).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ServiceArea> builder)
    {
        builder.ToTable("ServiceAreas");
        builder.HasKey(a => new { a.ServiceId, a.AreaCode });
        builder.HasOne<Service>().WithMany(s => s.Areas).HasForeignKey(a => a.ServiceId);
        builder.HasOne(a => a.Area).WithMany().HasForeignKey(a => a.AreaCode).OnDelete(DeleteBehavior.Restrict);
    }
}
