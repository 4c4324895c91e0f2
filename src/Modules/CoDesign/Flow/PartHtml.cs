using System.Text.RegularExpressions;

namespace Medway.LocalOffer.CoDesign.Flow;

/// <summary>A part as its page prints it: Content has passed it through its allow-list, and leaves a mark where an icon goes.</summary>
internal static partial class PartHtml
{
    /// <summary>Each piece is followed by its icon, the last by none.</summary>
    public static IEnumerable<(string Html, string? Icon)> Pieces(string? html)
    {
        var text = html ?? "";
        var from = 0;
        foreach (Match mark in IconMark().Matches(text))
        {
            yield return (text[from..mark.Index], mark.Groups[1].Value);
            from = mark.Index + mark.Length;
        }

        yield return (text[from..], null);
    }

    /// <summary>Its words alone.</summary>
    public static string Plain(string? html) => string.Join(
        ' ', System.Net.WebUtility.HtmlDecode(Tag().Replace(html ?? "", " ")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("""<i data-icon="([a-z0-9-]+)"></i>""")]
    private static partial Regex IconMark();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
