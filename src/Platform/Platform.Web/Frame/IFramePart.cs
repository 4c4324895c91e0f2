namespace Medway.LocalOffer.Platform.Web.Frame;

/// <summary>
/// What a module adds to the frame of every public page while the site runs. Registered as a singleton; answers from memory only, because pages must be
/// shown when the database is away. Whoever changes what it answers drops the cached pages too.
/// </summary>
public interface IFramePart
{
    /// <summary>Entries of the main menu, after those that are always there.</summary>
    IReadOnlyList<FrameLink> Menu { get; }

    /// <summary>Banners that stand on every page now; the most urgent first.</summary>
    IReadOnlyList<FrameAlert> Alerts { get; }

    /// <summary>Paths of the first pages of sections that are there now, for example <c>/ehc-plans</c>.</summary>
    IReadOnlySet<string> Sections { get; }
}

/// <param name="Title">What it is about, in a few words.</param>
/// <param name="Words">One or two sentences.</param>
/// <param name="Href">Where to read more; null when there is no more.</param>
public sealed record FrameAlert(string Title, string Words, string? Href);
