using AngleSharp.Html.Parser;
using Medway.LocalOffer.Platform.PlainWords;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.Playwright;

namespace Medway.LocalOffer.Browser.Tests;

/// <summary>A parent joins the register on a phone with the keyboard alone, takes one yes back in one act, and sees who looked.</summary>
[Collection(Browser.Name)]
[Proves("register")]
public sealed class RegisterJourneyTests(Browsing browsing)
{
    private const int MostPages = 12;

    [Fact]
    public async Task Parent_OnAPhone_ByKeyboard_JoinsInTwelvePages_TakesAYesBackInOneAct_AndSeesWhoLooked()
    {
        await using var visit = await browsing.VisitAsync(new() { ViewportSize = Screens.Phone });
        var page = visit.Page;
        List<string> seen = [];
        await visit.GoAsync("/join/register");
        await SeeAsync(visit, seen);
        foreach (var fill in Steps(browsing.App.Clock.Today().AddYears(-8).AddDays(-40)))
        {
            await fill(page);
            await PressAsync(visit, "main form button");
            await SeeAsync(visit, seen);
        }

        seen.Count.ShouldBeLessThanOrEqualTo(MostPages);
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("We have your form");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("Medway Parents and Carers Forum");

        var parent = await PutLiveAsync(await page.Locator("[role=status] b").First.InnerTextAsync());
        var cookie = await browsing.App.FamilyCookieAsync(parent);
        await page.Context.AddCookiesAsync(
            [new() { Name = cookie.Name, Value = cookie.Value, Url = new UriBuilder(browsing.Site) { Scheme = "https" }.ToString(), Secure = true, HttpOnly = true }]);
        await visit.GoAsync("/my/register");
        await SeeAsync(visit, seen);
        await PressAsync(visit, "form[id^='say-share-parent-forum'] button[value=false]");
        await SeeAsync(visit, seen);
        (await page.Locator("form[id^='say-share-parent-forum']").InnerTextAsync()).ShouldContain("Now: No");
        await PressAsync(visit, "a[href='/my/who-looked']");
        await SeeAsync(visit, seen);
        (await page.Locator("main").InnerTextAsync()).ShouldContain("Somebody opened your entry on the register");
    }

    private static IEnumerable<Func<IPage, Task>> Steps(DateOnly born) =>
    [
        _ => Task.CompletedTask,
        page => PickAsync(page, "Input.IsForSelf", "child"),
        async page =>
        {
            await TypeAsync(page, "Input.ChildGiven", "Journeychild");
            await TypeAsync(page, "Input.ChildFamily", "Journeyfamily");
            await TypeAsync(page, "Input.BornOn.Day", $"{born.Day}");
            await TypeAsync(page, "Input.BornOn.Month", $"{born.Month}");
            await TypeAsync(page, "Input.BornOn.Year", $"{born.Year}");
        },
        async page =>
        {
            await TypeAsync(page, "Input.Street", "1 Made-up Street");
            await TypeAsync(page, "Input.Town", "Sampletown");
            await TypeAsync(page, "Input.Postcode", "ME4 9ZZ");
        },
        async page =>
        {
            await TypeAsync(page, "Input.OwnGiven", "Journeyparent");
            await TypeAsync(page, "Input.OwnFamily", "Journeyfamily");
            await PickAsync(page, "Input.Relationship", "Parent");
        },
        page => TypeAsync(page, "Input.Contact", "journey.parent@example.org"),
        async page =>
        {
            await TabToAsync(page, "[name='Input.Difficulties']");
            await page.Keyboard.PressAsync("Space");
        },
        _ => Task.CompletedTask,
        async page =>
        {
            await TabToAsync(page, "#u-share-parent-forum-yes");
            await page.Keyboard.PressAsync("Space");
        },
        _ => Task.CompletedTask,
    ];

    /// <summary>An officer looks at the form, sees a paper and puts the entry live.</summary>
    /// <returns>Who asked to join.</returns>
    private async Task<Guid> PutLiveAsync(string reference)
    {
        await using var officer = await browsing.VisitAsync();
        await browsing.SignInAsAsync(officer, Roles.RegisterOfficer);
        await officer.GoAsync("/staff/register?sort=-received");
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = reference }).ClickAsync();
        var parent = Guid.Parse((await officer.Page.GetByRole(AriaRole.Link, new() { Name = "The record of who asked" }).GetAttributeAsync("href"))!.Split('/')[^1]);
        var today = browsing.App.Clock.Today();
        await officer.Page.Locator("[name=Kind][value=BirthCertificate]").CheckAsync(new() { Force = true });
        foreach (var (part, value) in new[] { ("Day", today.Day), ("Month", today.Month), ("Year", today.Year) })
        {
            await officer.Page.Locator($"[name='SeenOn.{part}']").FillAsync($"{value}");
        }

        await officer.Page.Locator("#evidence button").ClickAsync();
        await officer.Page.Locator("#live button").ClickAsync();
        (await officer.Page.Locator(".govuk-summary-list").First.InnerTextAsync()).ShouldContain("Live");
        return parent;
    }

    /// <summary>Each page fits the phone, and a reader of eleven reads it.</summary>
    private static async Task SeeAsync(Visit visit, List<string> seen)
    {
        seen.Add(new Uri(visit.Page.Url).AbsolutePath);
        await visit.ShouldFitAsync(seen[^1]);
        using var document = new HtmlParser().ParseDocument(await visit.Page.ContentAsync());
        PageWords.ReadingAgeOf(document.QuerySelector("main")!).Years.ShouldBeLessThanOrEqualTo(ReadingAge.OldestReader, seen[^1]);
        (await visit.Page.Locator(".summary").CountAsync()).ShouldBe(0, $"{seen[^1]}: {await visit.Page.Locator("main").InnerTextAsync()}");
    }

    private static async Task PressAsync(Visit visit, string selector)
    {
        await TabToAsync(visit.Page, selector);
        await visit.Page.EvaluateAsync("() => { window.isOldPage = true; }");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForFunctionAsync("() => !window.isOldPage && document.readyState === 'complete'");
    }

    private static async Task TypeAsync(IPage page, string name, string text)
    {
        await TabToAsync(page, $"[name='{name}']");
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>The first of a group is reached with Tab, the others with the arrows.</summary>
    private static async Task PickAsync(IPage page, string name, string value)
    {
        await TabToAsync(page, $"[name='{name}']");
        await page.Keyboard.PressAsync("Space");
        for (var press = 0; press < 10 && !await page.Locator($"[name='{name}'][value='{value}']").IsCheckedAsync(); press++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var press = 0; press < 120; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        throw new ShouldAssertException($"{selector} cannot be reached with Tab on {page.Url}.");
    }
}
