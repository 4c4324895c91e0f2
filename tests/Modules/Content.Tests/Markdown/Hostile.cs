using System.Text.Json;
using Medway.LocalOffer.Content.Markdown;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Content.Tests.Markdown;

/// <param name="Group">What it tries.</param>
/// <param name="Kind">full or easy_read.</param>
/// <param name="Expect">refused or harmless.</param>
public sealed record HostileText(string Group, string Kind, string Expect, string Text)
{
    internal TextKind TextKind => Kind == "easy_read" ? TextKind.EasyRead : TextKind.Full;
}

/// <summary>The committed list of texts that somebody could write to make our pages run or fetch something.</summary>
internal static class Hostile
{
    public static readonly TextSurroundings Around = new(
        [new GlossaryTerm("EHC plan", "A legal paper.", ["EHCP"])],
        new Dictionary<string, MediaFact>
        {
            ["map"] = new("map", "/media/map/map.webp", IsPicture: true, "A map of \"Medway\" & <more>", "Picture", 800, 600, "/media/map/map-480.webp 480w, /media/map/map.webp 800w"),
        },
        new HashSet<string> { "d-school", "d-plan" });

    public static IReadOnlyList<HostileText> All { get; } =
        [.. System.IO.File.ReadLines(Repository.At("tests/Modules/Content.Tests/Markdown/hostile.jsonl"))
            .Select(line => JsonSerializer.Deserialize<HostileText>(line, JsonSerializerOptions.Web)!)];
}
