using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Register.Data;

/// <summary>A form that is not sent yet, or the receipt of one that is. Sealed with the family's own code: whoever has the database alone reads nothing.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Draft
{
    public required Guid Id { get; init; }

    /// <summary>Keyed digest of the code: finds the row, opens nothing.</summary>
    public required byte[] CodeDigest { get; init; }

    public required byte[] Sealed { get; set; }

    /// <summary>It was sent: what is sealed is the receipt.</summary>
    public bool IsSent { get; set; }

    public required DateTimeOffset ExpiresAt { get; set; }

    public uint Version { get; init; }

    public static void Map(EntityTypeBuilder<Draft> draft)
    {
        draft.ToTable("drafts");
        draft.Property(d => d.Id).ValueGeneratedNever();
        draft.Property(d => d.Version).IsRowVersion();
        draft.HasIndex(d => d.CodeDigest).IsUnique();
        draft.HasIndex(d => d.ExpiresAt);
    }
}
