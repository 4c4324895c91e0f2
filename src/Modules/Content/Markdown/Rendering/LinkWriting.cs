using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Medway.LocalOffer.Content.Markdown.Rendering;

/// <summary>Links and pictures. A picture is always one of our own; an address that is not allowed is never printed.</summary>
internal sealed class LinkWriting(Reading reading) : HtmlObjectRenderer<LinkInline>
{
    private const string Decorative = "decorative";

    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        if (link.IsImage)
        {
            WritePicture(renderer, link);
            return;
        }

        var address = Resolve(link);
        var words = MarkdownParsing.WordsOf(link).Trim();
        if (address is null)
        {
            renderer.WriteChildren(link);
            return;
        }

        reading.Links.Add(new ReadLink(address, words, link.Line + 1, SafeAddress.IsMedia(Safety.Address(link))));
        renderer.Write("<a href=\"").WriteEscapeUrl(address).Write("\">");
        renderer.WriteChildren(link);
        renderer.Write("</a>");
    }

    /// <summary>The address as it is printed; null, and a problem, when there is none to print.</summary>
    private string? Resolve(LinkInline link)
    {
        var address = Safety.Address(link);
        if (SafeAddress.IsMedia(address))
        {
            return MediaOf(link, address)?.Address;
        }

        if (SafeAddress.MayBeLinked(address))
        {
            return address;
        }

        reading.Fault(link, address.Length == 0
            ? "This link has no address. Write [words](/the-page)."
            : $"The address “{address}” is not complete. Start it with / for a page of this site, or with https://.");
        return null;
    }

    private void WritePicture(HtmlRenderer renderer, LinkInline link)
    {
        var said = MarkdownParsing.WordsOf(link).Trim();
        if (MediaOf(link, Safety.Address(link)) is not { } media)
        {
            renderer.WriteEscape(said);
            return;
        }

        if (!media.IsPicture)
        {
            reading.Fault(link, $"“{media.Key}” is a file, not a picture. Use :::download.");
            return;
        }

        var alt = said.Length == 0 ? media.Alt ?? "" : said.Equals(Decorative, StringComparison.OrdinalIgnoreCase) ? "" : said;
        Checks.PictureWords.Check(alt, link, reading);
        renderer.Write("<img src=\"").WriteEscapeUrl(media.Address).Write("\" alt=\"").WriteEscape(alt).Write("\"");
        if (media.Sources is not null)
        {
            renderer.Write(" srcset=\"").WriteEscape(media.Sources).Write("\" sizes=\"(min-width: 62rem) 42rem, 100vw\"");
        }

        if (media.Width > 0)
        {
            renderer.Write(FormattableString.Invariant($" width=\"{media.Width}\" height=\"{media.Height}\""));
        }

        renderer.Write(" loading=\"lazy\">");
    }

    private MediaFact? MediaOf(LinkInline link, string address)
    {
        var key = address[Math.Min(address.Length, SafeAddress.MediaScheme.Length)..];
        reading.MediaKeys.Add(key);
        if (reading.Around.Media.TryGetValue(key, out var media))
        {
            return media;
        }

        reading.Fault(link, $"There is no picture or file called “{key}”. Add it under “Pictures and files”, or check its name.");
        return null;
    }
}

/// <summary>An address between angle brackets. It reads badly aloud, so it is an error; it still leads there.</summary>
internal sealed class BareAddressWriting(Reading reading) : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline bare)
    {
        var address = bare.IsEmail ? "mailto:" + bare.Url : bare.Url;
        if (!SafeAddress.MayBeLinked(address))
        {
            renderer.WriteEscape(bare.Url);
            return;
        }

        reading.Links.Add(new ReadLink(address, bare.Url, bare.Line + 1));
        renderer.Write("<a href=\"").WriteEscapeUrl(address).Write("\">").WriteEscape(bare.Url).Write("</a>");
    }
}
