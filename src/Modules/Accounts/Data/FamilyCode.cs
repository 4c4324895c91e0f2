using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Accounts.Data;

internal enum FamilyCodeUse
{
    /// <summary>The invitation: the first sign-in.</summary>
    Binding,
    SigningIn,
    Joining,

    /// <summary>To another contact point of a person who has shown one factor.</summary>
    SecondFactor,
}

/// <summary>
/// Six digits that were asked for, for the one browser that asked. A row is made whether we know what was typed or not, so that nobody can
/// tell from outside; where we do not, no digits are ever made and every try is wrong.
/// </summary>
[FieldClass(FieldClass.Staff)]
internal sealed class FamilyCode
{
    public required Guid Id { get; init; }

    public required FamilyCodeUse Use { get; init; }

    public Guid? AccessId { get; init; }

    public Guid? JoinId { get; init; }

    /// <summary>Where the digits go; null: nowhere.</summary>
    public Guid? ContactPointId { get; init; }

    /// <summary>SHA-256 of the key in the browser's cookie.</summary>
    public required byte[] BrowserDigest { get; init; }

    /// <summary>Keyed: six digits are tried out in no time by whoever copies the table. Null until they are sent.</summary>
    public byte[]? Digest { get; set; }

    public required DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset? SentAt { get; set; }

    public required DateTimeOffset ExpiresAt { get; set; }

    public int Tries { get; set; }

    public DateTimeOffset? UsedAt { get; set; }

    public static void Map(EntityTypeBuilder<FamilyCode> code)
    {
        code.ToTable("family_codes");
        code.Property(c => c.Id).ValueGeneratedNever();
        code.HasOne<FamilyAccess>().WithMany().HasForeignKey(c => c.AccessId).OnDelete(DeleteBehavior.Cascade);
        code.HasOne<JoinRequest>().WithMany().HasForeignKey(c => c.JoinId).OnDelete(DeleteBehavior.Cascade);
        code.HasIndex(c => c.BrowserDigest).IsUnique();
        code.HasIndex(c => new { c.ContactPointId, c.SentAt });
    }
}
