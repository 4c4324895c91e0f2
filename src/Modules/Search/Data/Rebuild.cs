using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Search.Data;

/// <summary>One building anew of the projection, and how far it is.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Rebuild
{
    public required Guid Id { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public int Done { get; set; }

    /// <summary>Null until they have been counted.</summary>
    public int? Total { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public static void Map(EntityTypeBuilder<Rebuild> rebuild)
    {
        rebuild.ToTable("rebuilds");
        rebuild.Property(r => r.Id).ValueGeneratedNever();
    }
}
