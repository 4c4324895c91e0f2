using Medway.LocalOffer.Platform.Imports;
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

    /// <summary>Every file of a set with its path below it, in an order that does not change.</summary>
    internal IEnumerable<(string Path, byte[] Content)> Contents(SeedSet set)
    {
        var folder = Path.Combine(root, set.ToString().ToLowerInvariant());
        return !Directory.Exists(folder) ? [] : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file))
            .Order(StringComparer.Ordinal)
            .Select(path => (path, File.ReadAllBytes(Path.Combine(folder, path))));
    }

    /// <summary>Rows of a CSV file of ours.</summary>
    /// <exception cref="InvalidDataException">The file cannot be read; it is checked when it is committed, so this is a bug.</exception>
    /// <inheritdoc cref="PathOf"/>
    public IReadOnlyList<CsvRow> Rows(SeedSet set, string relativePath, params IReadOnlyList<string> requiredColumns)
    {
        var content = CsvTable.Read(new ImportFile(relativePath, File.ReadAllBytes(PathOf(set, relativePath))), requiredColumns);
        return content.Problems is [var first, ..]
            ? throw new InvalidDataException($"Seed file {set}/{relativePath}, line {first.Line}: {first.Message}")
            : content.Rows;
    }
}
