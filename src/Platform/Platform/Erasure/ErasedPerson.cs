using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Platform.Erasure;

/// <summary>That what was held about somebody was erased. Nothing says who it was: an id that leads nowhere, and a keyed digest.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class ErasedPerson
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>A blind index of who it was, so that the same person is known when an old list is loaded; null when too little was known.</summary>
    public byte[]? Fingerprint { get; init; }

    public required DateTimeOffset ErasedAt { get; init; }

    public static void Map(ModelBuilder model) => model.Entity<ErasedPerson>(erased =>
    {
        erased.ToTable("erased_persons");
        erased.Property(e => e.Id).ValueGeneratedNever();
        erased.HasIndex(e => e.Fingerprint);
        erased.HasIndex(e => e.PersonId);
    });
}
