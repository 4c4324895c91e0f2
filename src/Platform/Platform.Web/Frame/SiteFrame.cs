namespace Medway.LocalOffer.Platform.Web.Frame;

/// <summary>What stands round every public page: the menu, the people to talk to and who runs the site.</summary>
/// <param name="Menu">Main navigation, in order; built from the modules' navigation.</param>
/// <param name="Talk">Up to three contacts shown in the footer of every family page.</param>
/// <param name="FooterLinks">Small links at the foot of the page.</param>
/// <param name="Partnership">One sentence that names who runs the site, from settings.</param>
/// <param name="Alerts">Banners of today, above everything else.</param>
/// <param name="Sections">Paths of the sections of pages that are there.</param>
/// <param name="IsDemo">True outside Production: a strip on top says that the data is for trying out.</param>
public sealed record SiteFrame(
    IReadOnlyList<FrameLink> Menu,
    IReadOnlyList<FrameContact> Talk,
    IReadOnlyList<FrameLink> FooterLinks,
    string Partnership,
    IReadOnlyList<FrameAlert> Alerts,
    IReadOnlySet<string> Sections,
    bool IsDemo)
{
    /// <summary>Everything above as one text: what the theme made of it stays good for as long as this is the same.</summary>
    public string Words { get; } = string.Join('\n', (string?[])
    [
        .. Menu.Concat(FooterLinks).SelectMany(link => (string[])[link.Text, link.Href]),
        .. Talk.SelectMany(contact => (string?[])[contact.Name, contact.Phone, contact.Href, contact.Note]),
        .. Alerts.SelectMany(alert => (string?[])[alert.Title, alert.Words, alert.Href]),
        Partnership,
        IsDemo ? "demo" : "",
    ]);
}

/// <param name="Text">Link words that make sense alone.</param>
/// <param name="Href">A path on this site.</param>
public sealed record FrameLink(string Text, string Href);

/// <param name="Name">Who answers.</param>
/// <param name="Phone">As people write it; null when nobody has confirmed one: the page then says "ask the council".</param>
/// <param name="Href">Page or website to open when there is one.</param>
/// <param name="Note">What they can help with, in one or two short sentences.</param>
public sealed record FrameContact(string Name, string? Phone, string? Href, string Note);
