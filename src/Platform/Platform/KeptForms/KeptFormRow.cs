using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Platform.KeptForms;

/// <summary>One row of <c>platform.kept_forms</c>: what somebody typed when their session had ended. Gone after a day.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class KeptFormRow
{
    public required Guid Id { get; init; }

    /// <summary>Encrypted for the account it belongs to.</summary>
    public required byte[] Protected { get; init; }

    /// <summary>Keyed digest of that account, so that its rows can be counted without saying here whose they are.</summary>
    public required byte[] OwnerDigest { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public static void Map(ModelBuilder model) => model.Entity<KeptFormRow>(row =>
    {
        row.ToTable("kept_forms");
        row.Property(r => r.Id).ValueGeneratedNever();
        row.HasIndex(r => r.ExpiresAt);
        row.HasIndex(r => r.OwnerDigest);
    });
}
