using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Accounts.Data;

/// <summary>How many wrong passwords came for one account from one network. The network is a digest, which nobody can read back; an empty one stands for all networks together.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class PasswordTry
{
    public const int MaximumNetwork = 32;

    public required Guid AccountId { get; init; }

    public required byte[] Network { get; init; }

    public int Wrong { get; set; }

    public DateTimeOffset Since { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    public static void Map(EntityTypeBuilder<PasswordTry> tries)
    {
        tries.ToTable("password_tries");
        tries.HasKey(t => new { t.AccountId, t.Network });
        tries.Property(t => t.Network).HasMaxLength(MaximumNetwork);
        tries.HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId).OnDelete(DeleteBehavior.Cascade);
        tries.HasIndex(t => t.Since);
    }
}
