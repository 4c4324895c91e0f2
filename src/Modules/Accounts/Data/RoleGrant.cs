using Medway.LocalOffer.Platform.Protection;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Accounts.Data;

/// <summary>A role as an account holds it. Never deleted: it ends.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class RoleGrant
{
    public const int MaximumReason = 500;
    public const int MaximumScope = 100;

    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required string Role { get; init; }

    public required ScopeKind ScopeKind { get; init; }

    public required string ScopeId { get; init; }

    /// <summary>The administrator's account; null when the command line or a seeder gave it.</summary>
    public Guid? GivenBy { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    public required string Reason { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When it ends by itself; null for most.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>True until a second person agrees: nothing can be done with it before.</summary>
    public bool Waits { get; set; }

    public Grant AsGrant() => new(Role, new Scope(ScopeKind, ScopeId));

    public static void Map(EntityTypeBuilder<RoleGrant> grant)
    {
        grant.ToTable("role_grants");
        grant.Property(g => g.Id).ValueGeneratedNever();
        grant.Property(g => g.Role).HasMaxLength(60);
        grant.Property(g => g.ScopeId).HasMaxLength(MaximumScope);
        grant.Property(g => g.Reason).HasMaxLength(MaximumReason);
        grant.HasOne<Account>().WithMany().HasForeignKey(g => g.AccountId).OnDelete(DeleteBehavior.Restrict);
        grant.HasIndex(g => new { g.AccountId, g.Role, g.ScopeKind, g.ScopeId }).IsUnique().HasFilter("ended_at is null and expires_at is null");
    }
}
