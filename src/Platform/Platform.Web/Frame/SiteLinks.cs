using Medway.LocalOffer.Platform.Navigation;

namespace Medway.LocalOffer.Platform.Web.Frame;

/// <summary>What the modules' menus add to the frame of public pages: the same on every page for as long as the host runs.</summary>
internal sealed class SiteLinks(IReadOnlyList<NavigationEntry> navigation)
{
    public IReadOnlyList<FrameLink> Menu { get; } = Of(navigation, NavigationArea.Public);

    public IReadOnlyList<FrameLink> Footer { get; } = Of(navigation, NavigationArea.Footer);

    private static List<FrameLink> Of(IReadOnlyList<NavigationEntry> navigation, NavigationArea area) =>
        [.. navigation.Where(entry => entry.Area == area).Select(entry => new FrameLink(entry.Text, entry.Href))];
}
