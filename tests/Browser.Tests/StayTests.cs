using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.Playwright;

namespace Medway.LocalOffer.Browser.Tests;

/// <summary>Fifteen minutes without a click end a session, and nobody is surprised by it (WCAG 2.2, 2.2.1).</summary>
[Collection(Browser.Name)]
[Proves("accounts")]
public sealed class StayTests(Browsing browsing)
{
    private const int Minute = 60_000;

    [Fact]
    public async Task Session_IsWarnedOfTwoMinutesBefore_AndOneButtonKeepsIt()
    {
        await using var visit = await browsing.VisitAsync();
        await browsing.SignInAsAsync(visit, Roles.LocalOfferOfficer);
        await visit.Page.Clock.InstallAsync();
        await visit.GoAsync("/staff/account");
        var dialog = visit.Page.Locator("dialog.stay");

        await visit.Page.Clock.FastForwardAsync(12 * Minute);
        (await dialog.IsVisibleAsync()).ShouldBeFalse();
        await visit.Page.Clock.FastForwardAsync(Minute + 10_000);
        await dialog.WaitForAsync();
        (await dialog.InnerTextAsync()).ShouldContain("Are you still there?");
        (await visit.Page.EvaluateAsync<string>("() => document.activeElement.textContent.trim()")).ShouldBe("Stay signed in");

        await visit.Page.Keyboard.PressAsync("Enter");
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        (await visit.Page.Locator("[data-stay-said]").InnerTextAsync()).ShouldContain("You stay signed in.");

        await visit.Page.Clock.FastForwardAsync(15 * Minute + 10_000);
        await dialog.WaitForAsync();
        (await dialog.InnerTextAsync()).ShouldContain("You have been signed out.");
    }
}
