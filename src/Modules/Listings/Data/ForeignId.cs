using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Listings.Data;

/// <summary>What another system calls a service, so that loading its file again updates and never duplicates.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class ForeignId
{
    /// <summary>The system, for example <c>services-csv</c>.</summary>
    public required string Source { get; init; }

    public required string ExternalId { get; init; }

    public required Guid ServiceId { get; init; }

    /// <summary>
    /// SHA-256, in hex, of the row as it was last applied. A row that has not changed there is left alone here, and with it whatever our
    /// staff have put right since.
    /// </summary>
    public required string RowDigest { get; set; }
}

internal sealed class ForeignIdConfiguration : IEntityTypeConfiguration<ForeignId>
{
    public void Configure(EntityTypeBuilder<ForeignId> builder)
    {
        builder.ToTable("ForeignIds");
        builder.HasKey(f => new { f.Source, f.ExternalId });
        builder.Property(f => f.Source).HasMaxLength(Limits.Code);
        builder.Property(f => f.ExternalId).HasMaxLength(Limits.Name);
        builder.Property(f => f.RowDigest).HasMaxLength(64).IsFixedLength();
        builder.HasIndex(f => f.ServiceId);
        builder.HasOne<Service>().WithMany().HasForeignKey(f => f.ServiceId);
    }
}
