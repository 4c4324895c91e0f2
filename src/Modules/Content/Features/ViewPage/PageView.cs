using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Markdown;

namespace Medway.LocalOffer.Content.Features.ViewPage;

/// <param name="Summary">Empty where only the words of a link are needed.</param>
internal sealed record PageLink(string Title, string Href, string Summary = "", string? Icon = null);

/// <summary>The guide or the step-by-step that a page is one part of.</summary>
/// <param name="Title">Of the whole.</param>
/// <param name="Parts">In their order; the whole itself comes first in a guide.</param>
/// <param name="At">Where this page stands among them.</param>
/// <param name="IsNumbered">A step-by-step says which step this is.</param>
internal sealed record Journey(string Title, IReadOnlyList<PageLink> Parts, int At, bool IsNumbered)
{
    public PageLink? Back => At > 0 ? Parts[At - 1] : null;

    public PageLink? Next => At + 1 < Parts.Count ? Parts[At + 1] : null;
}

/// <summary>A page as everybody reads it, live or as a preview.</summary>
/// <param name="Page">What is published, or would be.</param>
/// <param name="Text">Its body, ready to print.</param>
/// <param name="Above">From the top of the tree down; the page itself is not in it.</param>
/// <param name="Under">The pages under it, when it is no part of a journey.</param>
/// <param name="Beside">The other pages of its section, for the menu beside it.</param>
/// <param name="Variants">Keys of all the ways that are live.</param>
internal sealed record PageView(
    PublishedPage Page,
    PageText Text,
    IReadOnlyList<PageLink> Above,
    IReadOnlyList<PageLink> Under,
    IReadOnlyList<PageLink> Beside,
    Journey? Journey,
    IReadOnlyList<string> Variants)
{
    /// <summary>In large letters and with nothing round it, for paper.</summary>
    public bool IsLarge { get; init; }

    /// <summary>The day on which young people had checked exactly this text; null when they have not.</summary>
    public DateOnly? CheckedByYoungPeople { get; init; }

    /// <summary>Families can read it at its address: not so for a preview of something new.</summary>
    public bool IsPublic => Variants.Contains(Page.Variant);

    /// <summary>The pages that follow from here, whether as steps or as pages under it.</summary>
    public IReadOnlyList<PageLink> Parts => Journey is { At: 0 } whole ? [.. whole.Parts.Skip(1)] : Under;

    // What browsers' voices read at their usual speed.
    private const double WordsAMinute = 150;

    public string Language => VariantKey.Language(Page.Variant);

    public bool IsRightToLeft => VariantKey.IsRightToLeft(Page.Variant);

    /// <summary>"1 minute", "4 minutes": how long it takes to hear all of it.</summary>
    public string ListeningMinutes
    {
        get
        {
            var minutes = Math.Max(1, (int)Math.Round(Text.Plain.Count(char.IsWhiteSpace) / WordsAMinute));
            return minutes == 1 ? "1 minute" : $"{minutes} minutes";
        }
    }
}
