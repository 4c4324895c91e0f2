using System.Text.RegularExpressions;
using Medway.LocalOffer.Platform.Search;
using NpgsqlTypes;

namespace Medway.LocalOffer.Search.Domain;

/// <param name="Name">As it is shown: a town or an outward code.</param>
internal sealed record NearPlace(string Name, NpgsqlPoint Position);

/// <summary>
/// Turns what was typed for "near" into a position. A full postcode is cut to its outward code before it is looked up: where a child lives
/// need not be in an address bar, a log or a cache.
/// </summary>
internal sealed partial class Gazetteer
{
    public const int MaximumLength = 60;

    public static readonly Gazetteer Empty = new([]);

    private readonly Dictionary<string, NearPlace> places = new(StringComparer.Ordinal);

    public Gazetteer(IEnumerable<(string Name, string[] Aliases, double Latitude, double Longitude)> known)
    {
        var list = known.ToList();
        foreach (var (name, _, latitude, longitude) in list)
        {
            places.TryAdd(Key(name), new NearPlace(name, MapPoint.From(latitude, longitude)));
        }

        foreach (var (name, aliases, _, _) in list)
        {
            foreach (var alias in aliases)
            {
                places.TryAdd(Key(alias), places[Key(name)]);
            }
        }
    }

    public NearPlace? Find(string typed) => places.GetValueOrDefault(Key(typed));

    /// <summary>The outward code when a whole postcode was typed, with or without its space or behind an address; otherwise null.</summary>
    public static string? OutwardOfFullPostcode(string typed)
    {
        var match = WholePostcode().Match(typed.Trim());
        match = match.Success ? match : PostcodeInText().Match(typed);
        return match.Success ? match.Groups["outward"].Value.ToUpperInvariant() : null;
    }

    /// <summary>Takes whole postcodes out of a search phrase; the first one's outward code comes back.</summary>
    public static string WithoutPostcodes(string typed, out string? outward)
    {
        var match = PostcodeInText().Match(typed);
        outward = match.Success ? match.Groups["outward"].Value.ToUpperInvariant() : null;
        return outward is null ? typed : PostcodeInText().Replace(typed, " ").Trim();
    }

    private static string Key(string name) => SearchText.Normalise(name).Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?<outward>[A-Z]{1,2}[0-9][A-Z0-9]?)[\s\-.]*[0-9][A-Z]{2}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WholePostcode();

    [GeneratedRegex(@"\b(?<outward>[A-Z]{1,2}[0-9][A-Z0-9]?)\s{0,3}[0-9][A-Z]{2}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PostcodeInText();
}
