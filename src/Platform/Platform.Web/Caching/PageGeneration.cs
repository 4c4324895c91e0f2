using System.Globalization;
using Medway.LocalOffer.Platform.Notices;
using Medway.LocalOffer.Platform.Web.Frame;

namespace Medway.LocalOffer.Platform.Web.Caching;

/// <summary>
/// Stands in the key of every cached page: another text whenever what the page reads has changed, and whenever a banner begins or ends, which
/// happens by the clock alone.
/// </summary>
public sealed class PageGeneration(CachedPages pages, IEnumerable<IFramePart> parts)
{
    private readonly IFramePart[] parts = [.. parts];

    /// <param name="tags">Tags of what the page reads.</param>
    public string Of(params IEnumerable<string> tags)
    {
        var generation = pages.Generation(tags).ToString(CultureInfo.InvariantCulture);
        foreach (var part in parts)
        {
            foreach (var alert in part.Alerts)
            {
                generation = $"{generation}-{alert}";
            }
        }

        return generation;
    }
}
