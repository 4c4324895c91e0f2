using Medway.LocalOffer.Testing;
using Microsoft.Playwright;

namespace Medway.LocalOffer.Browser.Tests;

/// <summary>On paper there is what a page says, in black, and nothing to press.</summary>
[Collection(Browser.Name)]
[Proves("content")]
public sealed class PrintTests(Browsing browsing)
{
    private const string Seen = """
        () => ({
          ways: document.querySelector(".ways").checkVisibility(),
          feedback: document.querySelector(".feedback")?.checkVisibility() ?? false,
          folded: [...document.querySelectorAll(".fold")].some(fold => fold.checkVisibility()),
          words: document.querySelector("article").innerText.length,
          ink: getComputedStyle(document.querySelector("article p")).color,
        })
        """;

    [Theory]
    [InlineData("/ehc-plans/dates")]
    [InlineData("/short-breaks/statement/easy-read")]
    public async Task Page_OnPaper_KeepsItsWordsAndLosesWhatIsPressed(string address)
    {
        await using var visit = await browsing.VisitAsync(new() { ColorScheme = ColorScheme.Dark });
        await visit.GoAsync(address);
        var screen = await visit.Page.EvaluateAsync<Look>(Seen);
        screen.Ways.ShouldBeTrue("the control");

        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });

        var paper = await visit.Page.EvaluateAsync<Look>(Seen);
        paper.Ways.ShouldBeFalse();
        paper.Feedback.ShouldBeFalse();
        paper.Folded.ShouldBeFalse();
        paper.Ink.ShouldBe("rgb(0, 0, 0)", "a dark screen prints black on white");
        paper.Words.ShouldBeGreaterThan(500);
        await visit.Page.SetViewportSizeAsync(700, 1000);
        await visit.ShouldFitAsync($"{address} on paper");
    }

    private sealed class Look
    {
        public bool Ways { get; init; }

        public bool Feedback { get; init; }

        public bool Folded { get; init; }

        public int Words { get; init; }

        public string Ink { get; init; } = "";
    }
}
