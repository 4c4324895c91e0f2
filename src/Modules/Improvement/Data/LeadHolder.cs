using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Improvement.Data;

/// <summary>From this moment this account holds a lead role of the plan. The latest row of a role counts; roles stay when people go.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class LeadHolder
{
    public const string Subject = "improvement_lead";
    public const int MaximumRole = 300;

    public required Guid Id { get; init; }

    /// <summary>As the plan names it.</summary>
    public required string Role { get; init; }

    /// <summary>Null: nobody.</summary>
    public required Guid? AccountId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string? By { get; init; }

    public static void Map(EntityTypeBuilder<LeadHolder> holder)
    {
        holder.ToTable("lead_holders");
        holder.Property(h => h.Id).ValueGeneratedNever();
        holder.Property(h => h.Role).HasMaxLength(MaximumRole);
        holder.Property(h => h.By).HasMaxLength(100);
        holder.HasIndex(h => new { h.Role, h.At });
    }
}
