using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.Playwright;

namespace Medway.LocalOffer.Browser.Tests;

/// <summary>A young person at the panel with one switch, and one whole loop from the round to what everybody reads.</summary>
[Collection(Browser.Name)]
[Proves("codesign")]
public sealed class PanelJourneyTests(Browsing browsing)
{
    private const int SmallestTarget = 44;
    private const int Parts = 7;

    [Fact]
    public async Task Reviewer_WithTabAndEnterOnly_At400PerCent_GoesFromTheCardToTheThanks()
    {
        var round = await browsing.App.OpenRoundAsync();
        await using var visit = await browsing.VisitAsync(new() { ViewportSize = new() { Width = 320, Height = 256 } });
        await visit.GoAsync("/panel#card=" + round.Cards[0].Replace(' ', '-'));
        (await visit.Page.Locator("[name=Words]").InputValueAsync()).ShouldBe(round.Cards[0], "the camera brings the words");
        (await visit.Page.EvaluateAsync<string>("() => location.href")).ShouldNotContain("card=");
        await SeeAsync(visit);
        await PressAsync(visit, ".button--go");
        for (var screen = 0; screen < 4; screen++)
        {
            await SeeAsync(visit);
            await PressAsync(visit, ".button--go");
        }

        await SeeAsync(visit);
        await PressAsync(visit, "[name=Switch][value=MoreSpace]");
        (await visit.Page.Locator("body.panel--space").CountAsync()).ShouldBe(1);
        await SeeAsync(visit);
        await PressAsync(visit, ".button--go");
        await PickAsync(visit, "[name=Say][value=From11To15]");
        await SeeAsync(visit);
        await PressAsync(visit, ".button--go");
        await PressAsync(visit, "[name=Skip]");
        for (var part = 1; part <= Parts; part++)
        {
            visit.Page.Url.ShouldEndWith($"/panel/parts/{part}");
            await SeeAsync(visit);
            await PickAsync(visit, part % 2 == 0 ? "[name=Pick][value=Hard]" : "[name=Pick][value=Skip]");
            if (part % 2 == 0)
            {
                await PickAsync(visit, "[name=Reasons][value=Long]");
                await SeeAsync(visit);
            }

            await PressAsync(visit, ".button--go");
        }

        await PickAsync(visit, "[name=Friend][value=Maybe]");
        await SeeAsync(visit);
        await PressAsync(visit, ".button--go");
        await SeeAsync(visit);
        (await visit.Page.Locator("h1").InnerTextAsync()).ShouldBe("Thank you!");
        await visit.GoAsync("/panel/parts/2");
        (await visit.Page.Locator("[value=Hard]").IsCheckedAsync()).ShouldBeTrue();
        (await visit.Page.Locator("[value=Long]").IsCheckedAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Press_SavesItself_WithoutNext()
    {
        var round = await browsing.App.OpenRoundAsync();
        await using var visit = await SitAsync(round.Cards[0]);
        await visit.GoAsync("/panel/parts/1");
        var saved = visit.Page.WaitForResponseAsync(response => response.Url.Contains("handler=Save", StringComparison.Ordinal));
        await visit.Page.Locator("[name=Pick][value=Ok]").CheckAsync(new() { Force = true });
        (await saved).Status.ShouldBe(204);
        await visit.GoAsync("/panel/parts/1");
        (await visit.Page.Locator("[value=Ok]").IsCheckedAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Loop_FromAnswersOverModerationThemeAndEdit_ToWhatEverybodyReadsAndTheReportOfTheYear()
    {
        const string page = "/short-breaks/help-for-carers";
        var round = await browsing.App.OpenRoundAsync(cards: 1, page: page);
        await using (var reviewer = await SitAsync(round.Cards[0]))
        {
            await reviewer.GoAsync("/panel/parts/1");
            await reviewer.Page.Locator("[name=Pick][value=Hard]").CheckAsync(new() { Force = true });
            await reviewer.Page.Locator("[name=Words]").FillAsync("I want to know whom to ask");
            await GoOnAsync(reviewer, "form.review .button--go");
        }

        await using (var moderator = await InsideAsync(Roles.Moderator, "/staff/codesign/moderation"))
        {
            await GoOnAsync(moderator, "tbody a");
            await moderator.Page.Locator("[name=State][value=Accepted]").CheckAsync(new() { Force = true });
            await GoOnAsync(moderator, "main form[novalidate] .button");
        }

        await using var lead = await InsideAsync(Roles.PanelLead, $"/staff/codesign/rounds/{round.Id}");
        await GoOnAsync(lead, "form[action*='Move'] .button");
        await GoOnAsync(lead, "form[action*='Move'] .button");
        await lead.GoAsync($"/staff/codesign/rounds/{round.Id}/answers");
        (await lead.Page.Locator("main").InnerTextAsync()).ShouldContain("I want to know whom to ask");
        await lead.Page.Locator("[name=Said]").FillAsync("Young people want to know whom to ask");
        await lead.Page.Locator("[name=EasySaid]").FillAsync("Say whom to ask.");
        await GoOnAsync(lead, "#begin-theme .button");
        await lead.Page.Locator("[name=Answers]").First.CheckAsync(new() { Force = true });
        await lead.Page.Locator("[name=Document]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await GoOnAsync(lead, "#theme > .button");
        var theme = new Uri(lead.Page.Url).AbsolutePath;

        await EditAsync(theme);
        await lead.GoAsync(theme);
        await lead.Page.Locator("[name=Status][value=Did]").CheckAsync(new() { Force = true });
        await lead.Page.Locator("[name=Response]").FillAsync("The page now says whom to ask.");
        await lead.Page.Locator("[name=EasyResponse]").FillAsync("The page says whom to ask.");
        await lead.Page.Locator("[name=AfterPath]").FillAsync(page);
        await GoOnAsync(lead, "#theme > .button");
        await lead.GoAsync($"/staff/codesign/rounds/{round.Id}/publish");
        await lead.Page.Locator("[name=EasyRead]").FillAsync("You looked at a page. We changed it.");
        await GoOnAsync(lead, "main form[novalidate] .button");

        await using var visitor = await browsing.VisitAsync();
        await visitor.GoAsync($"/panels/{round.Slug}");
        var told = await visitor.Page.Locator("main").InnerTextAsync();
        told.ShouldContain("Young people want to know whom to ask");
        told.ShouldContain("The page now says whom to ask.");
        told.ShouldContain("Said by a few of them");
        (await Axe.ViolationsAsync(visitor.Page, "panel")).ShouldBeEmpty();
        await GoOnAsync(visitor, $"a[href='{page}']");
        (await visitor.Page.Locator("main").InnerTextAsync()).ShouldContain("Ask the team of samples");
        await ReadReportAsync(visitor, page);
    }

    /// <summary>From what everybody reads to the report of the year that the law asks for, and from there to the page that changed.</summary>
    private async Task ReadReportAsync(Visit visitor, string page)
    {
        // A page that was kept from before goes when the notice of the change arrives, within moments.
        const string said = "Young people want to know whom to ask";
        await visitor.GoAsync("/you-said-we-did");
        for (var tries = 0; tries < 100 && await Line(visitor, said).CountAsync() == 0; tries++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            await visitor.Page.ReloadAsync();
        }

        (await Line(visitor, said).InnerTextAsync()).ShouldContain("We did this");
        await GoOnAsync(visitor, $"main a[href='/you-said-we-did/{browsing.App.Clock.Today().Year}']");
        (await visitor.Page.Locator("h1").InnerTextAsync()).ShouldStartWith("What you told us in");
        var line = await Line(visitor, said).InnerTextAsync();
        line.ShouldContain("The page now says whom to ask.");
        line.ShouldContain("A few people said this.");
        line.ShouldNotContain("I want to know whom to ask", Case.Sensitive, "nobody's own words");
        (await Axe.ViolationsAsync(visitor.Page, "the report of the year")).ShouldBeEmpty();
        await GoOnAsync(visitor, $"main section:has-text('{said}') a[href='{page}']");
        (await visitor.Page.Locator("main").InnerTextAsync()).ShouldContain("Ask the team of samples");
    }

    private static ILocator Line(Visit visit, string said) => visit.Page.Locator("main section").Filter(new() { HasText = said });

    /// <summary>An officer opens the draft beside the theme, changes it and hands it in; a publisher puts it live.</summary>
    private async Task EditAsync(string theme)
    {
        await using var officer = await InsideAsync(Roles.LocalOfferOfficer, theme);
        await GoOnAsync(officer, "a[href*='/edit/full']");
        (await officer.Page.Locator("main").InnerTextAsync()).ShouldContain("Young people want to know whom to ask");
        await officer.Page.Locator("[name=Body]").FillAsync("## Whom to ask\n\nAsk the team of samples.\n");
        await GoOnAsync(officer, "form[data-autosave] button:has-text('Save the draft')");
        await GoOnAsync(officer, "form[action*='Submit'] .button");
        await using var publisher = await InsideAsync(Roles.Publisher, new Uri(officer.Page.Url).AbsolutePath);
        await publisher.Page.Locator("[name=CheckedAll]").CheckAsync(new() { Force = true });
        await GoOnAsync(publisher, "form[action*='Approve'] .button");
    }

    private async Task<Visit> SitAsync(string card)
    {
        var visit = await browsing.VisitAsync();
        await visit.GoAsync("/panel");
        await visit.Page.Locator("[name=Words]").FillAsync(card);
        await GoOnAsync(visit, ".button--go");
        return visit;
    }

    private async Task<Visit> InsideAsync(string role, string address)
    {
        var visit = await browsing.VisitAsync();
        await browsing.SignInAsAsync(visit, role);
        await visit.GoAsync(address);
        return visit;
    }

    private static async Task GoOnAsync(Visit visit, string selector)
    {
        await visit.Page.EvaluateAsync("() => { window.isOldPage = true; }");
        await visit.Page.Locator(selector).First.ClickAsync();
        await visit.Page.WaitForFunctionAsync("() => !window.isOldPage && document.readyState === 'complete'");
        (await visit.Page.Locator(".summary").CountAsync()).ShouldBe(0, await visit.Page.Locator("main").InnerTextAsync());
    }

    /// <summary>Fits 320 pixels, passes axe, and everything that can be pressed is big enough.</summary>
    private static async Task SeeAsync(Visit visit)
    {
        var where = new Uri(visit.Page.Url).AbsolutePath;
        await visit.ShouldFitAsync(where);
        (await Axe.ViolationsAsync(visit.Page, where)).ShouldBeEmpty();
        (await visit.Page.EvaluateAsync<string[]>(
            """
            (smallest) => [...document.querySelectorAll("a.button, button, .face, .reason, .chip, .tel, a.link, input[type=text], textarea, .pick")]
              .filter((one) => one.checkVisibility())
              .map((one) => [one.getBoundingClientRect(), `${one.className} ${one.textContent.trim().slice(0, 30)}`])
              .filter(([box]) => box.width > 0 && (box.width < smallest || box.height < smallest - 0.5))
              .map(([box, what]) => `${what}: ${Math.round(box.width)} by ${Math.round(box.height)}`)
            """, SmallestTarget)).ShouldBeEmpty(where);
        (await visit.Page.Locator("#safe").IsVisibleAsync()).ShouldBeTrue(where);
    }

    private static async Task PickAsync(Visit visit, string selector)
    {
        await TabToAsync(visit.Page, selector);
        await visit.Page.Keyboard.PressAsync("Enter");
        (await visit.Page.Locator(selector).IsCheckedAsync()).ShouldBeTrue(selector);
    }

    private static async Task PressAsync(Visit visit, string selector)
    {
        await TabToAsync(visit.Page, selector);
        await visit.Page.EvaluateAsync("() => { window.isOldPage = true; }");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForFunctionAsync("() => !window.isOldPage && document.readyState === 'complete'");
        (await visit.Page.Locator(".summary").CountAsync()).ShouldBe(0, await visit.Page.Locator("main").InnerTextAsync());
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
