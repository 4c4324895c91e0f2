using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Accounts.Data;

/// <summary>One browser, signed in. The cookie holds a random key; here stands only its digest.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Session
{
    /// <summary>SHA-256 of the key.</summary>
    public required byte[] Id { get; init; }

    /// <summary>Of staff and providers.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Of families. A session has this or an account.</summary>
    public Guid? AccessId { get; init; }

    /// <summary>On a device that others use too.</summary>
    public bool IsShared { get; set; }

    /// <summary>The account's security stamp at sign-in: a new password ends every session that has the old one.</summary>
    public required string Stamp { get; init; }

    public required int Factors { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>The end, however busy it is.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public static void Map(EntityTypeBuilder<Session> session)
    {
        session.ToTable("sessions", table => table.HasCheckConstraint("ck_sessions_whose", "(account_id is null) <> (access_id is null)"));
        session.HasKey(s => s.Id);
        session.Property(s => s.Stamp).HasMaxLength(64);
        session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Restrict);
        session.HasOne<FamilyAccess>().WithMany().HasForeignKey(s => s.AccessId).OnDelete(DeleteBehavior.Restrict);
        session.HasIndex(s => s.AccountId);
    }
}
