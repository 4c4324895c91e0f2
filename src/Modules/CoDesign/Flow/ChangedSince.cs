using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.Content.Contracts;

namespace Medway.LocalOffer.CoDesign.Flow;

/// <summary>
/// Compares what a panel saw with what families read now, by the section's stable id. An answer belongs to our own copy of the part, so a heading that
/// changes takes no answer away.
/// </summary>
internal static class ChangedSince
{
    /// <param name="live">Null while the page is not live.</param>
    /// <returns>In words; null when nothing changed.</returns>
    public static string? Say(Part part, PinnedPage? live)
    {
        if (live is null || live.RevisionId == part.RevisionId)
        {
            return null;
        }

        if (part.Anchor is null)
        {
            return "The page has changed since.";
        }

        var section = live.Sections.FirstOrDefault(section => section.Id == part.Anchor);
        return section is null ? "Changed since: this part has another heading now, or is gone."
            : PartHtml.Plain(section.Html) != PartHtml.Plain(part.Html) ? "Changed since: this part reads differently now."
            : null;
    }
}
