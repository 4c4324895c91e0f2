using Medway.LocalOffer.Testing;
using Microsoft.Playwright;

namespace Medway.LocalOffer.Browser.Tests;

/// <summary>Who cannot remember or type a long word pastes it; nobody is asked to solve a puzzle to get in (WCAG 2.2, 3.3.8).</summary>
[Collection(Browser.Name)]
[Proves("accounts")]
public sealed class PasteTests(Browsing browsing)
{
    /// <summary>How many fields there are, and the names of those that refuse what is pasted.</summary>
    private const string Refusing = """
        () => {
          const fields = [...document.querySelectorAll("main input:not([type=hidden],[type=checkbox],[type=radio]), main textarea")];
          const refuses = field => !field.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: new DataTransfer() }));
          return { count: fields.length, refusing: fields.filter(field => refuses(field) || field.readOnly || field.disabled).map(field => field.name) };
        }
        """;

    [Theory]
    [InlineData("/staff/sign-in")]
    [InlineData("/provider/sign-in")]
    [InlineData("/my/sign-in")]
    [InlineData("/join")]
    public async Task EveryField_OfSigningIn_TakesWhatIsPasted_AndThereIsNoPuzzle(string address)
    {
        await using var visit = await browsing.VisitAsync();
        await visit.GoAsync(address);

        var found = await visit.Page.EvaluateAsync<Found>(Refusing);
        found.Count.ShouldBeGreaterThan(0);
        found.Refusing.ShouldBeEmpty();
        (await visit.Page.Locator("main :is(canvas, iframe, img, audio, video)").CountAsync()).ShouldBe(0);

        await visit.Page.EvaluateAsync("() => document.querySelector('main input:not([type=hidden])').addEventListener('paste', event => event.preventDefault())");
        (await visit.Page.EvaluateAsync<Found>(Refusing)).Refusing.Length.ShouldBe(1, "the control");
    }

    private sealed class Found
    {
        public int Count { get; init; }

        public string[] Refusing { get; init; } = [];
    }
}
