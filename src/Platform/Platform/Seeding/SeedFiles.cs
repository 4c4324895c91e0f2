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
}
