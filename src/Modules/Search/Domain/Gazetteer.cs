using System.Text;
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

    /// <summary>
    /// The outward code when a whole postcode stands anywhere in what was typed, however it is written: without a space, with dots, in
    /// full-width letters; otherwise null.
    /// </summary>
    public static string? OutwardOfFullPostcode(string typed)
    {
        var match = WholePostcode().Match(Plain(typed));
        return match.Success ? match.Groups["outward"].Value.ToUpperInvariant() : null;
    }

    /// <summary>Takes whole postcodes out of a search phrase; the first one's outward code comes back.</summary>
    public static string WithoutPostcodes(string typed, out string? outward)
    {
        outward = OutwardOfFullPostcode(typed);
        if (outward is null)
        {
            return typed;
        }

        // Taking one out may bring the halves of another together.
        var rest = Plain(typed);
        for (var match = WholePostcode().Match(rest); match.Success; match = WholePostcode().Match(rest))
        {
            rest = rest.Remove(match.Index, match.Length).Insert(match.Index, " ").Trim();
        }

        return rest;
    }

    /// <summary>Letters that only look different made the same, and invisible ones dropped.</summary>
    private static string Plain(string typed) => Invisible().Replace(WellFormed(typed).Normalize(NormalizationForm.FormKC), "");

    /// <summary>Half a character, as a cut leaves it, cannot be normalised.</summary>
    private static string WellFormed(string typed) => string.Concat(typed.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar));

    private static string Key(string name) => SearchText.Normalise(name).Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(
        @"(?<![0-9A-Z])(?<outward>[A-Z]{1,2}[0-9][A-Z0-9]?)[\W_]{0,8}[0-9](?:[A-Z]{2}|[\W_]{0,2}[A-Z][\W_]{1,2}[A-Z])(?![0-9A-Z])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WholePostcode();

    [GeneratedRegex(@"\p{Cf}")]
    private static partial Regex Invisible();
}
