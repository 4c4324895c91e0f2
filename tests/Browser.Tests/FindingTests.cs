using Medway.LocalOffer.Testing;
using Microsoft.Playwright;

namespace Medway.LocalOffer.Browser.Tests;

/// <summary>What a script adds to searching: words offered while typing, and a list kept on the device.</summary>
[Collection(Browser.Name)]
[Proves("listings")]
public sealed class FindingTests(Browsing browsing)
{
    [Fact]
    public async Task Typing_ThreeLetters_OffersWordsThatTheKeyboardReachesAndEscapeCloses()
    {
        await using var visit = await browsing.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/");
        var box = page.GetByRole(AriaRole.Combobox, new() { Name = "What do you need?" });

        await box.PressSequentiallyAsync("sw");
        await page.WaitForTimeoutAsync(400);
        (await page.GetByRole(AriaRole.Option).CountAsync()).ShouldBe(0);
        await box.PressSequentiallyAsync("im");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();
        (await box.GetAttributeAsync("aria-expanded")).ShouldBe("true");
        (await Axe.ViolationsAsync(page, "words offered")).ShouldBeEmpty();
        await visit.PictureAsync("suggestions");

        await page.Keyboard.PressAsync("Escape");
        (await box.GetAttributeAsync("aria-expanded")).ShouldBe("false");
        (await box.InputValueAsync()).ShouldBe("swim");
        await box.PressSequentiallyAsync("m");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        var marked = page.Locator("[role=option][aria-selected=true]");
        (await box.GetAttributeAsync("aria-activedescendant")).ShouldBe(await marked.GetAttributeAsync("id"));
        var words = await marked.InnerTextAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/search?**");

        (await page.GetByLabel("What", new() { Exact = true }).InputValueAsync()).ShouldBe(words);
    }

    [Fact]
    public async Task Save_TwoServices_AreKeptOnTheDeviceAndOpenAsAPlainLink()
    {
        await using var visit = await browsing.VisitAsync(new() { ViewportSize = Screens.Phone });
        var page = visit.Page;
        await visit.GoAsync("/search?q=autism");
        var save = page.Locator(".card [data-save]");

        await save.Nth(0).ClickAsync();
        await save.Nth(1).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        (await save.Nth(0).GetAttributeAsync("aria-pressed")).ShouldBe("true");
        (await save.Nth(1).InnerTextAsync()).ShouldStartWith("Saved");
        page.Url.ShouldEndWith("/search?q=autism");

        await visit.GoAsync("/shortlist");
        await page.WaitForURLAsync("**/shortlist?s=**");
        (await page.Locator(".card").CountAsync()).ShouldBe(2);
        (await page.Locator("[data-kept]").IsVisibleAsync()).ShouldBeTrue();
        await visit.ShouldFitAsync("saved list at 320");
        await visit.PictureAsync("saved-list-320");
        await page.Locator("[data-drop]").First.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains(',', StringComparison.Ordinal));
        (await page.Locator(".card").CountAsync()).ShouldBe(1);
        (await page.EvaluateAsync<string>("() => localStorage.getItem('saved')")).ShouldNotContain(",");
    }

    [Fact]
    public async Task WithoutScript_SaveOpensTheListByItsLink()
    {
        await using var visit = await browsing.VisitAsync(new() { JavaScriptEnabled = false });
        await visit.Page.GotoAsync("/search?q=autism");

        await visit.Page.Locator(".card [data-save]").First.ClickAsync();

        visit.Page.Url.ShouldContain("/shortlist?s=");
        (await visit.Page.Locator(".card").CountAsync()).ShouldBe(1);
    }

    /// <summary>A button that only a script can answer is not there without one; with one, it is (the control).</summary>
    [Theory]
    [InlineData("/shortlist?s=medway-sendiass")]
    [InlineData("/search?q=autism")]
    public async Task WithoutScript_NoButtonIsDead(string address)
    {
        const string Shown = "() => [...document.querySelectorAll('[hidden]')].filter(e => e.getClientRects().length > 0).length";
        await using var plain = await browsing.VisitAsync(new() { JavaScriptEnabled = false });
        await plain.GoAsync(address);
        (await plain.Page.Locator("main [hidden]:visible").CountAsync()).ShouldBe(0);
        (await plain.Page.Locator("main button[hidden]").CountAsync()).ShouldBeGreaterThan(0);

        await using var visit = await browsing.VisitAsync();
        await visit.GoAsync(address);
        (await visit.Page.EvaluateAsync<int>(Shown)).ShouldBe(0);
        (await visit.Page.Locator("main button:visible").CountAsync()).ShouldBeGreaterThan(await plain.Page.Locator("main button:visible").CountAsync());
    }

    [Theory]
    [InlineData("/search?q=swimming&kind=transport&cost=paid")]
    [InlineData("/search?q=autism&near=ME7&sort=soonest")]
    [InlineData("/shortlist?s=medway-sendiass")]
    [InlineData("/pack/new?s=medway-sendiass")]
    [InlineData("/search/wish")]
    public async Task Pages_OfFinding_FitAPhoneAndAreAccessible(string address)
    {
        await using var visit = await browsing.VisitAsync(new() { ViewportSize = Screens.Phone });

        (await visit.GoAsync(address)).ShouldBe(200);

        await visit.ShouldFitAsync(address);
        (await Axe.ViolationsAsync(visit.Page, address)).ShouldBeEmpty();
    }
}
