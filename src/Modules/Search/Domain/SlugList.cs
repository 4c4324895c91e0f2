using System.Text.RegularExpressions;

namespace Medway.LocalOffer.Search.Domain;

/// <summary>A list of services as it stands in a link: their slugs with commas between. Whole addresses of services are read too.</summary>
/// <param name="Slugs">Each once, in their order, at most as many as a list holds.</param>
/// <param name="Given">How many the link held.</param>
internal sealed partial record SlugList(IReadOnlyList<string> Slugs, int Given)
{
    /// <summary>More fit on no paper and in no head.</summary>
    public const int Most = 50;

    public static readonly SlugList Empty = new([], 0);

    public bool IsTooLong => Given > Most;

    public static SlugList Read(IEnumerable<string?> texts)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<string> slugs = [];
        foreach (var text in texts.OfType<string>())
        {
            foreach (var part in Separators().EnumerateSplits(text))
            {
                var given = text.AsSpan(part).TrimEnd('/');
                given = given[(given.LastIndexOf('/') + 1)..];
                if (given.Length > 0 && seen.Add(given.ToString()) && slugs.Count < Most && Slug().IsMatch(given))
                {
                    slugs.Add(given.ToString());
                }
            }
        }

        return new SlugList(slugs, seen.Count);
    }

    public SlugList Without(string slug) => new([.. Slugs.Where(other => other != slug)], Given);

    /// <summary>As it stands in a link.</summary>
    public override string ToString() => string.Join(',', Slugs);

    [GeneratedRegex(@"[\s,;]+")]
    private static partial Regex Separators();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Slug();
}
