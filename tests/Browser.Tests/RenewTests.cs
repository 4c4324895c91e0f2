using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Browser.Tests;

/// <summary>A screen that counts says as at when, and with a script it counts again by itself.</summary>
[Collection(Browser.Name)]
[Proves("messaging")]
public sealed class RenewTests(Browsing browsing)
{
    private const string AsAt = "[data-renew] :text('As at')";

    [Fact]
    public async Task Ledger_LeftAlone_RenewsItsTime_AndWithoutAScriptItStays()
    {
        await using var visit = await browsing.VisitAsync();
        await browsing.SignInAsAsync(visit, Roles.TeamManager);
        await visit.Page.Clock.InstallAsync();
        await visit.GoAsync("/staff/messaging");
        var before = await visit.Page.Locator(AsAt).First.InnerTextAsync();
        before.ShouldMatch(@"As at \d\d:\d\d:\d\d");
        await Task.Delay(TimeSpan.FromSeconds(1.1), TestContext.Current.CancellationToken);
        await visit.Page.Clock.FastForwardAsync(10_500);
        var after = before;
        for (var look = 0; look < 100 && after == before; look++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
            after = await visit.Page.Locator(AsAt).First.InnerTextAsync();
        }

        after.ShouldNotBe(before);
        after.ShouldMatch(@"As at \d\d:\d\d:\d\d");

        await using var plain = await browsing.VisitAsync(new() { JavaScriptEnabled = false });
        await browsing.SignInAsAsync(plain, Roles.TeamManager);
        await plain.Page.GotoAsync("/staff/messaging");
        before = await plain.Page.Locator(AsAt).First.InnerTextAsync();
        await Task.Delay(TimeSpan.FromSeconds(12), TestContext.Current.CancellationToken);
        (await plain.Page.Locator(AsAt).First.InnerTextAsync()).ShouldBe(before);
    }
}
