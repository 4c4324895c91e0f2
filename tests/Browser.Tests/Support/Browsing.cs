using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace Medway.LocalOffer.Browser.Tests;

/// <summary>One browser and one site on a real port for all tests. Debian's Chromium: the driver stands in the package, its browsers do not.</summary>
public sealed class Browsing(PostgresCluster cluster) : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    public App App { get; } = new(cluster);

    public Uri Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        Site = App.StartBrowserServer();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>Windows of nobody in particular, at any site, with nothing watched.</summary>
    public Task<IBrowserContext> ContextAsync(string site) => browser!.NewContextAsync(new() { BaseURL = site });

    /// <summary>A visitor with a window of their own.</summary>
    public async Task<Visit> VisitAsync(BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = Site.ToString();
        options.ViewportSize ??= Screens.Wide;
        options.ReducedMotion = ReducedMotion.Reduce;
        return await Visit.StartAsync(await browser!.NewContextAsync(options), Site);
    }

    /// <summary>Gives the visitor's window the session of a fresh account that holds this role; nothing for "".</summary>
    public async Task SignInAsAsync(Visit visit, string role)
    {
        if (role.Length > 0)
        {
            await GiveAsync(visit, Roles.OfFamilies.Contains(role) ? await App.FamilyCookieAsync(Guid.CreateVersion7(), role, factors: 2) : await App.SessionCookieAsAsync(role));
        }
    }

    /// <summary>The same for a member of staff whose role has a limit.</summary>
    public async Task SignInAsync(Visit visit, Grant grant) => await GiveAsync(visit, await App.SessionCookieAsync(grant));

    /// <summary>With the scheme that its prefix and flag ask for; a browser sends it to localhost over http as well.</summary>
    private Task GiveAsync(Visit visit, System.Net.Cookie cookie) => visit.Page.Context.AddCookiesAsync(
        [new() { Name = cookie.Name, Value = cookie.Value, Url = new UriBuilder(Site) { Scheme = "https" }.ToString(), Secure = true, HttpOnly = true }]);

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        await App.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class Browser : ICollectionFixture<Browsing>
{
    public const string Name = "browser";
}

internal static class Screens
{
    public static readonly ViewportSize Phone = new() { Width = 320, Height = 640 };

    public static readonly ViewportSize Tablet = new() { Width = 768, Height = 1024 };

    public static readonly ViewportSize Wide = new() { Width = 1280, Height = 900 };
}
