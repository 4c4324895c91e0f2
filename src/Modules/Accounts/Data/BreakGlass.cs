using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Accounts.Data;

internal enum BreakGlassReason
{
    ChildAtRisk,
    LegalDeadline,
    ColleagueAway,
    FamilyAsksNow,
    Other,
}

/// <summary>One hour of reading one person's record, outside what the account may see. The right itself is a <see cref="RoleGrant"/> that ends by itself.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class BreakGlass
{
    public const int MaximumText = 500;

    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(60);

    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required Guid PersonId { get; init; }

    public required BreakGlassReason Reason { get; init; }

    /// <summary>In the words of whoever opened it. They are asked for no name, and may still write of a child.</summary>
    [FieldClass(FieldClass.Special)]
    public required string Why { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public DateTimeOffset? ReviewedAt { get; set; }

    public Guid? ReviewedBy { get; set; }

    public bool? WasRight { get; set; }

    [FieldClass(FieldClass.Special)]
    public string? Review { get; set; }

    public static void Map(EntityTypeBuilder<BreakGlass> glass)
    {
        glass.ToTable("break_glasses");
        glass.Property(g => g.Id).ValueGeneratedNever();
        glass.Property(g => g.Why).HasMaxLength(MaximumText);
        glass.Property(g => g.Review).HasMaxLength(MaximumText);
        glass.HasOne<Account>().WithMany().HasForeignKey(g => g.AccountId).OnDelete(DeleteBehavior.Restrict);
        glass.HasIndex(g => g.OpenedAt).HasFilter("reviewed_at is null");
    }
}
