using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Platform.KeptForms;

/// <summary>One row of <c>platform.kept_forms</c>: what somebody typed when their session had ended. Gone after a day.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class KeptFormRow
{
    public required Guid Id { get; init; }

    /// <summary>Encrypted for the account it belongs to; while nobody is known, for whoever signs in first in the browser that sent it.</summary>
    public required byte[] Protected { get; set; }

    /// <summary>Whether it belongs to an account already.</summary>
    public required bool HasOwner { get; set; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public static void Map(ModelBuilder model) => model.Entity<KeptFormRow>(row =>
    {
        row.ToTable("kept_forms");
        row.Property(r => r.Id).ValueGeneratedNever();
        row.HasIndex(r => r.ExpiresAt);
    });
}
