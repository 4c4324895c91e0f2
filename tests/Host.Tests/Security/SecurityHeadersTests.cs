using System.Net;
using Medway.LocalOffer.Testing;
using Microsoft.AspNetCore.Hosting;

namespace Medway.LocalOffer.Host.Tests.Security;

[Collection(Site.Name)]
[Proves("foundation")]
public sealed class SecurityHeadersTests(App app, PostgresCluster cluster)
{
    private static readonly string[] Policy =
    [
        "base-uri 'none'",
        "connect-src 'self'",
        "default-src 'none'",
        "font-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self' data:",
        "manifest-src 'self'",
        "media-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
    ];

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/search?q=autism", HttpStatusCode.OK)]
    [InlineData(Addresses.Football, HttpStatusCode.OK)]
    [InlineData("/search?near=ME7%201AB", HttpStatusCode.Redirect)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/services/no-such-service", HttpStatusCode.NotFound)]
    [InlineData("/staff", HttpStatusCode.Redirect)]
    [InlineData("/staff/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/error/500", HttpStatusCode.InternalServerError)]
    [InlineData("/healthz", HttpStatusCode.OK)]
    [InlineData("/readyz", HttpStatusCode.OK)]
    [InlineData("/assets/favicon.svg", HttpStatusCode.OK)]
    public async Task Get_AnyKindOfAnswer_CarriesEveryHeader(string address, HttpStatusCode status)
    {
        var page = await app.GetAsync(address);

        page.Status.ShouldBe(status);
        ShouldBeGuarded(page.Response);
        page.Response.Headers.GetValues("Strict-Transport-Security").ShouldHaveSingleItem().ShouldStartWith("max-age=31536000");
    }

    [Fact]
    public async Task Get_StylesheetAndScriptOfAPage_CarryEveryHeader()
    {
        var home = await app.GetAsync("/");
        foreach (var asset in new[] { home.One("link[rel=stylesheet]").GetAttribute("href")!, home.One("script").GetAttribute("src")! })
        {
            var page = await app.GetAsync(asset);

            page.Status.ShouldBe(HttpStatusCode.OK, asset);
            page.Body.Length.ShouldBeGreaterThan(100, asset);
            ShouldBeGuarded(page.Response);
        }
    }

    [Fact]
    public async Task Get_PageFromTheCache_CarriesEveryHeaderOnce()
    {
        await app.GetAsync("/about/privacy");

        var page = await app.GetAsync("/about/privacy");

        ShouldBeGuarded(page.Response);
        page.Response.Headers.GetValues("Strict-Transport-Security").Count().ShouldBe(1);
    }

    [Fact]
    public async Task Post_PageWithoutAForm_CarriesEveryHeader()
    {
        using var content = new StringContent("q=autism");

        var page = await app.SendAsync("POST", "/search", content);

        ((int)page.Status).ShouldBeInRange(400, 499);
        ShouldBeGuarded(page.Response);
    }

    [Fact]
    public async Task Get_InDevelopment_DoesNotTieTheBrowserToHttps()
    {
        await using var development = new DevelopmentApp(cluster);
        await development.InitializeAsync();

        var page = await development.GetAsync("/about/privacy");

        page.Status.ShouldBe(HttpStatusCode.OK);
        ShouldBeGuarded(page.Response);
        page.Response.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    private static void ShouldBeGuarded(HttpResponseMessage response)
    {
        var where = response.RequestMessage?.RequestUri?.ToString();
        One("Content-Security-Policy").Split(';', StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal).ShouldBe(Policy, false, where);
        One("X-Content-Type-Options").ShouldBe("nosniff", where);
        One("Referrer-Policy").ShouldBe("same-origin", where);
        One("Permissions-Policy").ShouldContain("geolocation=(), ", Case.Sensitive, where);
        One("Permissions-Policy").ShouldContain("camera=(), ", Case.Sensitive, where);
        response.Headers.Contains("Server").ShouldBeFalse(where);
        response.Headers.Contains("X-Powered-By").ShouldBeFalse(where);

        string One(string name) =>
            response.Headers.TryGetValues(name, out var values) ? values.ShouldHaveSingleItem(where) : throw new ShouldAssertException($"{where} has no {name}.");
    }
}

/// <summary>The host as a developer runs it, on a database like everybody's.</summary>
public sealed class DevelopmentApp(PostgresCluster cluster) : App(cluster)
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseEnvironment("Development");
    }
}
