using Medway.LocalOffer.Testing;
using Microsoft.Playwright;

namespace Medway.LocalOffer.Browser.Tests;

/// <summary>Who cannot remember or type a long word pastes it; nobody is asked to solve a puzzle to get in (WCAG 2.2, 3.3.8).</summary>
[Collection(Browser.Name)]
[Proves("accounts")]
public sealed class PasteTests(Browsing browsing)
{
    [Theory]
    [InlineData("/staff/sign-in")]
    [InlineData("/provider/sign-in")]
    [InlineData("/my/sign-in")]
    [InlineData("/join")]
    public async Task EveryField_OfSigningIn_TakesWhatIsPasted_AndThereIsNoPuzzle(string address)
    {
        await using var visit = await browsing.VisitAsync();
        await visit.GoAsync(address);

        var found = await visit.Page.EvaluateAsync<PasteFields>(PasteFields.Script);
        found.Count.ShouldBeGreaterThan(0);
        found.Refusing.ShouldBeEmpty();
        (await visit.Page.Locator("main :is(canvas, iframe, img, audio, video)").CountAsync()).ShouldBe(0);

        await visit.Page.EvaluateAsync("() => document.querySelector('main input:not([type=hidden])').addEventListener('paste', event => event.preventDefault())");
        (await visit.Page.EvaluateAsync<PasteFields>(PasteFields.Script)).Refusing.Length.ShouldBe(1, "the control");
    }
}
