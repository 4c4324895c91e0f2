using Medway.LocalOffer.Platform.Search;

namespace Medway.LocalOffer.Search.Domain;

/// <summary>One card of the results page.</summary>
/// <param name="Miles">To the nearest of its places, in a straight line; null without a "near", or when it has no place.</param>
/// <param name="OnlyMayFit">Let through because nobody has told us something that was asked for.</param>
internal sealed record FoundService(
    string Url,
    string Title,
    string Summary,
    string? Who,
    string? Where,
    double? Miles,
    string? When,
    string? Cost,
    string? HowToStart,
    string? Phone,
    Sureness Sureness,
    DateOnly? CheckedOn,
    bool OnlyMayFit);
