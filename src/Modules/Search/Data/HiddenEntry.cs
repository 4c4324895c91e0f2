using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Search.Data;

/// <summary>Something that staff took out of every list of results; its own page stays. A trigger keeps it out, a rebuild included.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class HiddenEntry
{
    public required Guid EntryId { get; init; }

    public required string Url { get; init; }

    public required string Title { get; init; }

    public required string Why { get; init; }

    public DateTimeOffset HiddenAt { get; init; }

    public static void Map(EntityTypeBuilder<HiddenEntry> hidden)
    {
        hidden.ToTable("hidden_entries");
        hidden.HasKey(h => h.EntryId);
        hidden.Property(h => h.EntryId).ValueGeneratedNever();
        hidden.Property(h => h.Url).HasMaxLength(300);
        hidden.Property(h => h.Title).HasMaxLength(300);
        hidden.Property(h => h.Why).HasMaxLength(300);
    }
}
