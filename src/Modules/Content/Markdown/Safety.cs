using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Medway.LocalOffer.Content.Markdown;

/// <summary>Finds what must not be saved: HTML, and addresses that could run something or fetch something from elsewhere.</summary>
internal static class Safety
{
    private const string NoHtml =
        "HTML cannot be used here. Use the buttons or Markdown instead. To show the sign itself, write \\< in place of <.";

    private const string NoSuchAddress =
        "This link's address is not allowed. Start it with / for a page of this site, or with https://, mailto: or tel:.";

    private const string NoSuchPicture =
        "Pictures come from this site's own pictures and files. Add it there first, then write ![words](media:its-name).";

    public static void Check(MarkdownDocument document, Reading reading)
    {
        foreach (var item in document.Descendants())
        {
            switch (item)
            {
                case HtmlBlock or HtmlInline:
                    reading.Refuse(item, NoHtml);
                    break;
                case LinkInline { IsImage: true } picture when !SafeAddress.IsMedia(Address(picture)):
                    reading.Refuse(item, NoSuchPicture);
                    break;
                case LinkInline { IsImage: false } link when SafeAddress.IsDangerous(Address(link)):
                    reading.Refuse(item, NoSuchAddress);
                    break;
                case AutolinkInline { IsEmail: false } bare when SafeAddress.IsDangerous(bare.Url):
                    reading.Refuse(item, NoSuchAddress);
                    break;
                case LinkReferenceDefinition definition when SafeAddress.IsDangerous(definition.Url):
                    reading.Refuse(item, NoSuchAddress);
                    break;
            }
        }
    }

    public static string Address(LinkInline link) => (link.GetDynamicUrl?.Invoke() ?? link.Url) ?? "";
}
