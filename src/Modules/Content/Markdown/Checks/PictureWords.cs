using System.Text.RegularExpressions;
using Markdig.Syntax;

namespace Medway.LocalOffer.Content.Markdown.Checks;

/// <summary>The words that stand for a picture. Empty means that it is decoration.</summary>
internal static partial class PictureWords
{
    private const int LongWords = 150;

    public static void Check(string alt, MarkdownObject picture, Reading reading)
    {
        if (Complaint(alt) is { } complaint)
        {
            reading.Fault(picture, complaint);
        }
        else if (SaysPicture().IsMatch(alt))
        {
            reading.Hint(picture, "People are told that it is a picture. Say only what it shows.");
        }
        else if (alt.Length > LongWords)
        {
            reading.Hint(picture, "These words for the picture are long. Say the main thing here and the rest in the text.");
        }
    }

    /// <summary>What is wrong with words for a picture; null when they will do.</summary>
    public static string? Complaint(string alt) =>
        FileName().IsMatch(alt) ? "The name of a file tells nobody what the picture shows. Say what is in it." : null;

    [GeneratedRegex(@"\.(?:jpe?g|png|gif|webp|heic|tiff?|bmp|svg)$|^(?:img|dsc|dscn|pxl|image|photo|screenshot|untitled)[-_ ]?\d*$", RegexOptions.IgnoreCase)]
    private static partial Regex FileName();

    [GeneratedRegex(@"^(?:an? )?(?:image|picture|photo|photograph|drawing|graphic) (?:of|showing)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SaysPicture();
}
