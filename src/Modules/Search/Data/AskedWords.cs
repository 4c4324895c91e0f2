using Medway.LocalOffer.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Medway.LocalOffer.Search.Data;

/// <summary>
/// How often words were searched for on one day. No place, no time, no visit stands beside them, and words that might name a person are
/// never kept. The public login only adds rows; a job adds up those of one day.
/// </summary>
[FieldClass(FieldClass.Staff)]
internal sealed class AskedWords
{
    public required Guid Id { get; init; }

    /// <summary>In London.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Normalised.</summary>
    public required string Words { get; init; }

    /// <summary>How many things the last such search of the day found.</summary>
    public int Found { get; init; }

    public int Asked { get; init; }

    /// <summary>How often one of its results was opened. Told by a script, so it is low where there is none.</summary>
    public int Opened { get; init; }

    public static void Map(EntityTypeBuilder<AskedWords> asked)
    {
        asked.ToTable("asked_words");
        asked.Property(a => a.Id).ValueGeneratedNever();
        asked.Property(a => a.Words).HasMaxLength(200);
        asked.HasIndex(a => new { a.Day, a.Words });
    }
}

/// <summary>How often help was looked for near a place on one day, by kind and need, without the words: what is missing where.</summary>
[FieldClass(FieldClass.Staff)]
internal sealed class AskedPlace
{
    public required Guid Id { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>A town or the first part of a postcode; never less.</summary>
    public required string Area { get; init; }

    /// <summary>Value of the kind of help or need chosen; "" for any.</summary>
    public required string Choice { get; init; }

    public int Asked { get; init; }

    /// <summary>How often nothing fitted.</summary>
    public int Nothing { get; init; }

    /// <summary>How often the nearest place was too far to count as near.</summary>
    public int Far { get; init; }

    public static void Map(EntityTypeBuilder<AskedPlace> asked)
    {
        asked.ToTable("asked_places");
        asked.Property(a => a.Id).ValueGeneratedNever();
        asked.Property(a => a.Area).HasMaxLength(80);
        asked.Property(a => a.Choice).HasMaxLength(60);
        asked.HasIndex(a => new { a.Day, a.Area });
    }
}
