using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Joining;

namespace Medway.LocalOffer.Register.Features;

/// <summary>One use on a form.</summary>
/// <param name="Chosen">yes, no, or null: nothing is ticked until somebody ticks it.</param>
internal sealed record ShownUse(AskedUse Asked, string? Chosen)
{
    public const string Yes = "yes";

    /// <param name="wordings">What stood beside each choice: <see cref="AskedUse.Shown"/>.</param>
    public static IReadOnlyList<ShownUse> Of(IReadOnlyList<AskedUse> asked, IReadOnlyDictionary<string, string> choices, IReadOnlyDictionary<string, Guid> wordings) =>
        [.. asked.Select(use => new ShownUse(use, wordings.GetValueOrDefault(use.Purpose.Slug) == use.Shown ? choices.GetValueOrDefault(use.Purpose.Slug) : null))];

    /// <summary>What was chosen. No answer is a no, and is not written down.</summary>
    /// <returns>Null when a yes was said to words, or to a recipient, that have changed since.</returns>
    public static IReadOnlyList<(AskedUse Use, ConsentDecision Decision)>? Read(
        IReadOnlyList<AskedUse> asked, IReadOnlyDictionary<string, string> choices, IReadOnlyDictionary<string, Guid> wordings) =>
        asked.Any(use => choices.GetValueOrDefault(use.Purpose.Slug) == Yes && wordings.GetValueOrDefault(use.Purpose.Slug) != use.Shown)
            ? null
            : [.. asked.Where(use => choices.GetValueOrDefault(use.Purpose.Slug) is Yes or "no")
                .Select(use => (use, choices[use.Purpose.Slug] == Yes ? ConsentDecision.Yes : ConsentDecision.No))];
}
