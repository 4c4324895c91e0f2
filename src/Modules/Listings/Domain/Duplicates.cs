using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Listings.Domain;

/// <summary>What two records are compared by.</summary>
/// <param name="Name">As people wrote it.</param>
/// <param name="Group">Who runs it, or the town: two of the same name there are more likely to be one.</param>
internal sealed record Lookalike(Guid Id, string Name, string? Group, string? Phone, string? Website, string? Postcode);

/// <summary>Two records that may be one, and why.</summary>
internal sealed record DuplicatePair(Lookalike One, Lookalike Other, IReadOnlyList<string> Reasons);

/// <summary>
/// Finds records that may be the same. Only those that share a name, a number, a web page or a postcode are compared at all, so that a large
/// directory does not take the square of its size; and only a like name makes a pair, because a switchboard or a school hall is shared by many.
/// </summary>
internal static class Duplicates
{
    /// <summary>A key that more records than this share says nothing about any two of them.</summary>
    private const int MostAlike = 20;

    /// <summary>Share of words in common from which two names are alike.</summary>
    private const double LikeName = 0.6;

    private static readonly HashSet<string> SmallWords = ["the", "and", "of", "for", "in", "at", "a", "medway", "kent", "club", "group", "service", "services", "sessions"];

    public static IReadOnlyList<DuplicatePair> Find(IReadOnlyList<Lookalike> records)
    {
        var words = records.ToDictionary(record => record.Id, record => Words(record.Name));
        Dictionary<(Guid, Guid), DuplicatePair> found = [];
        foreach (var bucket in records.SelectMany(record => Keys(record, words[record.Id]).Select(key => (Key: key, Record: record)))
            .GroupBy(pair => pair.Key, pair => pair.Record, StringComparer.Ordinal))
        {
            Lookalike[] alike = [.. bucket.DistinctBy(record => record.Id).Take(MostAlike + 1)];
            for (var i = 0; alike.Length <= MostAlike && i < alike.Length; i++)
            {
                for (var j = i + 1; j < alike.Length; j++)
                {
                    var (one, other) = alike[i].Id.CompareTo(alike[j].Id) < 0 ? (alike[i], alike[j]) : (alike[j], alike[i]);
                    if (!found.ContainsKey((one.Id, other.Id)) && Reasons(one, other, words) is { Count: > 0 } reasons)
                    {
                        found[(one.Id, other.Id)] = new(one, other, reasons);
                    }
                }
            }
        }

        return [.. found.Values.OrderByDescending(pair => pair.Reasons.Count).ThenBy(pair => pair.One.Name, StringComparer.Ordinal)];
    }

    private static List<string> Reasons(Lookalike one, Lookalike other, Dictionary<Guid, HashSet<string>> words)
    {
        List<string> reasons = [];
        var (mine, theirs) = (words[one.Id], words[other.Id]);
        var common = mine.Count == 0 || theirs.Count == 0 ? 0 : (double)mine.Intersect(theirs).Count() / mine.Union(theirs).Count();
        var samePhone = Digits(one.Phone) is { Length: > 0 } phone && phone == Digits(other.Phone);
        var samePage = Page(one.Website) is { } page && page == Page(other.Website);
        var samePostcode = one.Postcode is not null && one.Postcode == other.Postcode;
        var sameGroup = one.Group is not null && one.Group == other.Group;
        if (common < LikeName || (common < 1 && !samePhone && !samePage && !samePostcode && !sameGroup))
        {
            return reasons;
        }

        reasons.Add(common >= 1 ? "The same name" : "A name like it");
        Add(samePhone, "The same phone number");
        Add(samePage, "The same web page");
        Add(samePostcode, "The same postcode");
        return reasons;

        void Add(bool holds, string reason)
        {
            if (holds)
            {
                reasons.Add(reason);
            }
        }
    }

    private static IEnumerable<string> Keys(Lookalike record, HashSet<string> words)
    {
        yield return "name " + string.Join(' ', words.Order(StringComparer.Ordinal));
        if (record.Group is not null)
        {
            foreach (var word in words)
            {
                yield return $"group {record.Group} {word}";
            }
        }

        if (Digits(record.Phone) is { Length: > 0 } phone)
        {
            yield return "phone " + phone;
        }

        if (Page(record.Website) is { } page)
        {
            yield return "page " + page;
        }

        if (record.Postcode is not null)
        {
            yield return "postcode " + record.Postcode;
        }
    }

    private static HashSet<string> Words(string name) =>
        [.. SearchText.Normalise(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !SmallWords.Contains(word))];

    private static string Digits(string? phone) => string.Concat((phone ?? "").Where(char.IsAsciiDigit));

    private static string? Page(string? website) => Uri.TryCreate(website, UriKind.Absolute, out var page) ? page.Host + page.AbsolutePath.TrimEnd('/') : null;
}
