namespace Medway.LocalOffer.Search.Domain;

/// <summary>In which order results stand.</summary>
internal enum SortBy
{
    /// <summary>The best fit of the words first.</summary>
    Best,

    /// <summary>The nearest first; needs a place.</summary>
    Nearest,

    /// <summary>What happens soonest first; what has no known date after it.</summary>
    Soonest,
}
