using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Audit.Data;

/// <summary>
/// One link of the chain: so many entries, in this order, after everything that the links before it hold. Numbers have no gap.
/// </summary>
[FieldClass(FieldClass.Staff)]
internal sealed class Seal
{
    public required long Number { get; init; }

    /// <summary>The date in London on which it was made.</summary>
    public required DateOnly Day { get; init; }

    public required DateTimeOffset SealedAt { get; init; }

    public required int Entries { get; init; }

    /// <summary>Entries in this seal and all before it.</summary>
    public required long Total { get; init; }

    public required Guid FirstEntry { get; init; }

    public required Guid LastEntry { get; init; }

    /// <summary>Of the seal before; 32 zero bytes in the first.</summary>
    public required byte[] PreviousHash { get; init; }

    /// <summary>SHA-256 over the hash before and the id and code of each entry: <see cref="Sealing.SealHash"/>.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Keyed code over all the others: a chain cannot be made anew without the master key.</summary>
    public byte[] Mac { get; set; } = [];

    public static void Map(ModelBuilder model) => model.Entity<Seal>(seal =>
    {
        seal.ToTable("seals");
        seal.HasKey(s => s.Number);
        seal.Property(s => s.Number).ValueGeneratedNever();
    });
}

/// <summary>Which seal holds an entry, and where in it. It says what is missing when the entry itself is gone.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class SealedEntry
{
    /// <summary>The key: no entry is sealed twice.</summary>
    public required Guid EntryId { get; init; }

    public required long SealNumber { get; init; }

    /// <summary>From 0.</summary>
    public required int Position { get; init; }

    public static void Map(ModelBuilder model) => model.Entity<SealedEntry>(entry =>
    {
        entry.ToTable("sealed_entries");
        entry.HasKey(e => e.EntryId);
        entry.HasIndex(e => new { e.SealNumber, e.Position }).IsUnique();
        entry.HasOne<Seal>().WithMany().HasForeignKey(e => e.SealNumber).OnDelete(DeleteBehavior.Restrict);
    });
}
