using Medway.LocalOffer.Content.Markdown.Checks;

namespace Medway.LocalOffer.Content.Media;

/// <summary>A picture either has words for people who cannot see it, or somebody says that it carries no meaning. Leaving it open is no choice.</summary>
internal static class PictureAlt
{
    public static string? Complaint(string alt, bool isDecorative) => (string.IsNullOrWhiteSpace(alt), isDecorative) switch
    {
        (true, false) => "Say what the picture shows, for people who cannot see it. If it carries no meaning, tick “decorative”",
        (false, true) => "A decorative picture has no words. Take the words away, or the tick",
        (false, false) => PictureWords.Complaint(alt.Trim()),
        _ => null,
    };
}
