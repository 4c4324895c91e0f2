using Medway.LocalOffer.Testing;
using Microsoft.Playwright;

namespace Medway.LocalOffer.Browser.Tests;

[Collection(Browser.Name)]
[Proves("foundation")]
public sealed class JourneyTests(Browsing browsing)
{
    [Fact]
    public async Task Family_LooksForFootball_ReadsHowToJoin()
    {
        await using var visit = await browsing.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/");

        await page.GetByLabel("What do you need?").FillAsync("autism football");
        await page.GetByLabel("Place or postcode").FillAsync("me7 1ab");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.WaitForURLAsync("**/search?**");

        page.Url.ShouldEndWith("/search?q=autism%20football&near=ME7");
        (await page.GetByLabel("What", new() { Exact = true }).InputValueAsync()).ShouldBe("autism football");
        var football = page.Locator(".card h3 a[href$='gills-open-disability-football']");
        var name = await football.InnerTextAsync();
        await football.ClickAsync();
        await page.WaitForURLAsync("**/services/**");

        (await page.Locator("h1").InnerTextAsync()).ShouldBe(name);
        (await page.Locator("main").InnerTextAsync()).ShouldContain("How to start");
        (await page.Locator(".sure-box").InnerTextAsync()).ShouldContain("How sure are we?");
    }

    [Fact]
    public async Task Keyboard_Alone_FindsAndOpensAService()
    {
        await using var visit = await browsing.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/");

        await page.Keyboard.PressAsync("Tab");
        (await FocusedAsync(page)).ShouldBe("Skip to the main part");
        (await page.Locator(".skip").BoundingBoxAsync())!.Y.ShouldBeGreaterThanOrEqualTo(0);
        await ShouldShowFocusAsync(page);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("() => location.hash === '#main'");

        await TabToAsync(page, "#q");
        await page.Keyboard.TypeAsync("autism football");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/search?**");

        await TabToAsync(page, ".more > summary");
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "input[name=cost]");
        await page.Keyboard.PressAsync("Space");
        (await page.Locator("input[name=cost]:checked").CountAsync()).ShouldBe(1);
        await page.Keyboard.PressAsync("Space");

        await TabToAsync(page, ".card h3 a");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/services/**");
        (await page.Locator("h1").CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Keyboard_OnAPhone_OpensTheMenuAndEscapes()
    {
        await using var visit = await browsing.VisitAsync(new() { ViewportSize = Screens.Phone });
        var page = visit.Page;
        await visit.GoAsync("/");

        await TabToAsync(page, ".menu > summary");
        await page.Keyboard.PressAsync("Enter");
        (await page.Locator(".menu nav a").First.IsVisibleAsync()).ShouldBeTrue();
        await page.Keyboard.PressAsync("Tab");
        await ShouldShowFocusAsync(page);
        await page.Keyboard.PressAsync("Escape");

        (await page.Locator(".menu nav a").First.IsVisibleAsync()).ShouldBeFalse();
        (await FocusedAsync(page)).ShouldBe("Menu");
    }

    [Fact]
    public async Task Family_WithoutScripts_FindsAndNarrowsAndOpens()
    {
        await using var visit = await browsing.VisitAsync(new() { JavaScriptEnabled = false, ViewportSize = Screens.Phone });
        var page = visit.Page;
        await page.GotoAsync("/");

        await page.Locator("#q").FillAsync("swimming");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.GetByText("Change your search").ClickAsync();
        await page.GetByText("More choices").ClickAsync();
        await page.Locator("input[name=need][value=autism]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show what fits" }).ClickAsync();

        page.Url.ShouldContain("need=autism");
        await page.Locator(".tag-off", new() { HasText = "Autism" }).ClickAsync();
        page.Url.ShouldNotContain("need=autism");
        await page.Locator(".card h3 a").First.ClickAsync();
        page.Url.ShouldContain("/services/");
        await page.GetByText("Menu", new() { Exact = true }).ClickAsync();
        await page.Locator(".menu nav a").First.ClickAsync();
        page.Url.ShouldContain("/search");
    }

    [Fact]
    public async Task Family_MakesMistakes_IsLedToEachField()
    {
        await using var visit = await browsing.VisitAsync();
        var page = visit.Page;
        await visit.GoAsync("/search?q=swimming&near=Atlantis&age=eight");

        (await page.EvaluateAsync<bool>("() => document.activeElement.matches('.summary')")).ShouldBeTrue("the summary is read first");
        await page.Locator(".summary a[href='#age']").ClickAsync();
        (await page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("age");
        await page.Locator("#age").FillAsync("8");
        await page.Locator("#near").FillAsync("Gillingham");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**age=8**");

        (await page.Locator(".summary").CountAsync()).ShouldBe(0);
        (await page.Locator("h1").InnerTextAsync()).ShouldContain("near Gillingham");
    }

    [Fact]
    public async Task Visit_ThatAsksAnotherHost_IsNoticed()
    {
        await using var visit = await browsing.VisitAsync();
        await visit.GoAsync("/about/privacy");

        await visit.Page.EvaluateAsync("() => fetch('https://example.org/').catch(() => {})");

        // Our own policy stops it before it leaves.
        visit.TakeWrong().ShouldContain(line => line.Contains("Content Security Policy", StringComparison.Ordinal));
        await visit.Page.GotoAsync("https://example.org/").ContinueWith(_ => { }, TaskScheduler.Default);
        visit.TakeWrong().ShouldContain(line => line.Contains("asked another host", StringComparison.Ordinal));
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var press = 0; press < 60; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                await ShouldShowFocusAsync(page);
                return;
            }
        }

        throw new ShouldAssertException($"{selector} cannot be reached with Tab on {page.Url}.");
    }

    /// <summary>A ring at least two pixels thick, on what has focus or on the box that stands for it, and nothing lying over it.</summary>
    private static async Task ShouldShowFocusAsync(IPage page) =>
        (await page.EvaluateAsync<bool>(
            """
            () => {
              const ringed = (element) => {
                const style = getComputedStyle(element);
                return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
              };
              const at = document.activeElement;
              return ringed(at) || !!at.closest(".door, .pick") && ringed(at.closest(".door, .pick"));
            }
            """)).ShouldBeTrue($"focus is not seen on {await FocusedAsync(page)}");

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("() => document.activeElement.innerText.trim()");
}
