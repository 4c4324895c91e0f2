using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Accounts.Data;

/// <summary>One of eight codes that stand in for a lost authenticator app. Ten random characters, so a plain digest is enough.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class RecoveryCode
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required byte[] Digest { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    public static void Map(EntityTypeBuilder<RecoveryCode> code)
    {
        code.ToTable("recovery_codes");
        code.Property(c => c.Id).ValueGeneratedNever();
        code.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Restrict);
        code.HasIndex(c => c.AccountId);
    }
}
