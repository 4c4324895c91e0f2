using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Improvement.Features.Packs;

/// <summary>What is different between two packs: nobody writes this list.</summary>
internal static class PackChanges
{
    public static IReadOnlyList<PackChange> Between(IReadOnlyList<PackPart> before, IReadOnlyList<PackPart> now)
    {
        var then = before.ToDictionary(part => part.Id);
        var still = now.Select(part => part.Id).ToHashSet();
        return
        [
            .. now.SelectMany(part => then.TryGetValue(part.Id, out var old) ? Of(old, part) : ["new in the plan"], (part, what) => new PackChange(part.Reference, what)),
            .. before.Where(part => !still.Contains(part.Id)).Select(part => new PackChange(part.Reference, "no longer in the plan")),
        ];
    }

    private static IEnumerable<string> Of(PackPart old, PackPart part)
    {
        if (old.Colour != part.Colour)
        {
            yield return $"{BragWords.Of(part.Colour)}; it was {BragWords.Of(old.Colour)}";
        }

        if (old.Due != part.Due)
        {
            yield return $"due {part.Due.Long()}; it was {old.Due.Long()}";
        }

        if (old.StepsDone != part.StepsDone)
        {
            yield return $"{Steps(part)} of the steps done; it was {Steps(old)}";
        }
    }

    private static string Steps(PackPart part) => part.StepsDone is { } steps ? $"{steps} %" : "not known";
}
