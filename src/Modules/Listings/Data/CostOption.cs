using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Listings.Data;

/// <summary>One way to pay, or not to. No row means that the cost is not known.</summary>
[FieldClass(FieldClass.Public)]
internal sealed class CostOption
{
    public required Guid Id { get; init; }

    public required Guid ServiceId { get; init; }

    /// <summary>Place in the list, from 0.</summary>
    public short Position { get; set; }

    /// <summary>Who or what it is for, for example "Child".</summary>
    public string? Label { get; set; }

    /// <summary>A value of <see cref="Vocabulary.Costs"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>Pence; empty unless somebody stated a price.</summary>
    public int? AmountPence { get; set; }

    /// <summary>What one amount buys, for example "a session".</summary>
    public string? Unit { get; set; }

    public string? Note { get; set; }

    public static CostOption From(Guid serviceId, CostWords cost, int position) => new()
    {
        Id = Guid.CreateVersion7(),
        ServiceId = serviceId,
        Position = (short)position,
        Label = cost.Label,
        Kind = cost.Kind,
        AmountPence = cost.Pence,
        Unit = cost.Unit,
        Note = cost.Note,
    };
}

internal sealed class CostOptionConfiguration : IEntityTypeConfiguration<CostOption>
{
    public void Configure(EntityTypeBuilder<CostOption> builder)
    {
        builder.ToTable("CostOptions", table =>
        {
            table.HasCheckConstraint("ck_cost_options_kind", Checks.OneOf("kind", Vocabulary.Costs));
            table.HasCheckConstraint("ck_cost_options_amount_pence", "amount_pence >= 0");
        });
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Label).HasMaxLength(Limits.Name);
        builder.Property(c => c.Kind).HasMaxLength(Limits.Code);
        builder.Property(c => c.Unit).HasMaxLength(Limits.Name);
        builder.Property(c => c.Note).HasMaxLength(Limits.Note);
        builder.HasIndex(c => c.ServiceId);
        builder.HasOne<Service>().WithMany(s => s.Costs).HasForeignKey(c => c.ServiceId);
    }
}
