using System.Globalization;
using CsvHelper;
using Microsoft.Extensions.Configuration;

namespace Medway.LocalOffer.Platform.Seeding;

/// <summary>Finds files of <c>seeds/</c>, which the build copies beside the program.</summary>
public sealed class SeedFiles(IConfiguration configuration)
{
    private readonly string root = configuration["Seeds:Root"] is { Length: > 0 } configured
        ? configured
        : Path.Combine(AppContext.BaseDirectory, "seeds");

    /// <param name="set">Folder of <c>seeds/</c>.</param>
    /// <param name="relativePath">For example <c>listings/medway-services.csv</c>.</param>
    /// <exception cref="FileNotFoundException">The file is part of the product and is missing.</exception>
    public string PathOf(SeedSet set, string relativePath)
    {
        var path = Path.Combine(root, set.ToString().ToLowerInvariant(), relativePath);
        return File.Exists(path) ? path : throw new FileNotFoundException($"Seed file {set}/{relativePath} is missing.", path);
    }

    /// <summary>Rows of a CSV file of ours, by column name. They are checked when they are committed, so a bad one throws.</summary>
    /// <inheritdoc cref="PathOf"/>
    public IEnumerable<CsvReader> Rows(SeedSet set, string relativePath)
    {
        using var csv = new CsvReader(new StreamReader(PathOf(set, relativePath)), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            yield return csv;
        }
    }
}
