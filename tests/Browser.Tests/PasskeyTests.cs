using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.Playwright;

namespace Medway.LocalOffer.Browser.Tests;

/// <summary>At a name, because a passkey needs one, with Chromium's own virtual authenticator.</summary>
[Proves("accounts")]
public sealed class PasskeyTests(PostgresCluster cluster)
{
    [Fact]
    public async Task Passkey_AddedOnTheAccountPage_SignsInWithoutAPassword()
    {
        await using var app = new App(cluster);
        await app.InitializeAsync();
        var site = app.StartBrowserServer();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu"],
        });
        await using var context = await browser.NewContextAsync(new() { BaseURL = site.ToString() });
        var page = await context.NewPageAsync();
        var devtools = await context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        const string Password = "correct horse battery staple";
        var cookie = await app.SessionCookieAsAsync(Roles.DutyLead, Password);
        await context.AddCookiesAsync([new Cookie
        {
            Name = cookie.Name, Value = cookie.Value, Domain = "localhost", Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteAttribute.Lax,
        }]);

        await page.GotoAsync("/staff/account");
        await page.Locator("form[data-passkey] input[name=Code]").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await page.GetByText("Made on").WaitForAsync();
        await context.ClearCookiesAsync();
        await page.GotoAsync("/staff/account");
        page.Url.ShouldContain("/staff/sign-in?return=");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await page.WaitForURLAsync("**/staff/account");

        (await page.Locator("h1").InnerTextAsync()).ShouldBe("Me");
    }
}
