using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Search.Domain;

/// <summary>One card of the results page.</summary>
/// <param name="Source">What wrote it: <c>service</c>, <c>guide</c>, <c>news</c> …</param>
/// <param name="Miles">To the nearest of its places, in a straight line; null without a "near", or when it has no place.</param>
/// <param name="NextOn">The next date on which it happens, today or later; null when that is not known.</param>
/// <param name="NotTold">What was asked for and nobody has told us: it was let through all the same.</param>
internal sealed record FoundService(
    string Source,
    string Url,
    string Title,
    string Summary,
    string? Who,
    string? Where,
    double? Miles,
    string? When,
    DateOnly? NextOn,
    string? Cost,
    string? HowToStart,
    string? Phone,
    Sureness Sureness,
    DateOnly? CheckedOn,
    IReadOnlyList<string> NotTold)
{
    public const string Service = "service";

    public bool OnlyMayFit => NotTold.Count > 0;

    /// <summary>"the ages, what it costs or when it is".</summary>
    public string NotToldInWords => NotTold.Count > 1 ? $"{string.Join(", ", NotTold.SkipLast(1))} or {NotTold[^1]}" : string.Concat(NotTold);

    private const string ServicePath = "/services/";

    /// <summary>What a saved list calls it; null for what cannot be saved.</summary>
    public string? Slug => Url.StartsWith(ServicePath, StringComparison.Ordinal) ? Url[ServicePath.Length..] : null;
}
