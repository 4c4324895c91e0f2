using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Improvement.Features.Packs;

/// <summary>Open matters of some kinds, those that are past their day first.</summary>
internal static class PackMatters
{
    public static void Write(PackPage page, PackFacts facts, IReadOnlyList<MatterKind> kinds, string none)
    {
        var matters = facts.Matters.Where(matter => kinds.Contains(matter.Kind)).ToList();
        if (matters.Count == 0)
        {
            page.Paragraph(none);
            return;
        }

        foreach (var matter in matters)
        {
            page.Subheading($"{MatterWords.Of(matter.Kind)}: {matter.Title}").Paragraph(matter.Words).List(Lines(matter, facts.AsAt));
        }
    }

    private static IEnumerable<string> Lines(PackMatter matter, DateOnly asAt)
    {
        yield return matter.Due < asAt ? $"Was due {matter.Due.Long()} and is still open" : $"By {matter.Due.Long()}";
        yield return $"Answers for it: {matter.Owner}";
        yield return $"Open since {matter.RaisedOn.Long()}";
        if (matter.Part is { } part)
        {
            yield return $"About part {part}";
        }

        if (matter.WaitsFor is { } first)
        {
            yield return $"Waits for part {first}";
        }

        if (matter.Route is { } route)
        {
            yield return $"Put to: {route}";
        }
    }
}
