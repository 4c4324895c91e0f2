using System.Net;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Web.Frame;
using Medway.LocalOffer.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Host.Tests.Caching;

[Proves("foundation")]
public sealed class OutputCacheTests(App app, PostgresCluster cluster) : IClassFixture<App>
{
    private const string CarersPage = "/services/medway-sendiass";

    [Theory]
    [InlineData("/")]
    [InlineData(Addresses.Football)]
    [InlineData("/about/accessibility-statement")]
    [InlineData("/about/privacy")]
    public async Task Get_PublicPageAgain_ComesFromTheCacheAndHoldsNothingOfAVisitor(string address)
    {
        var page = await FromTheCacheAsync(app, address);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        page.Body.ShouldNotContain("RequestVerificationToken");
        page.All("form[method=post]").ShouldAllBe(form => form.GetAttribute("action") == "/feedback/helpful", "yes or no, the same for everybody");
    }

    [Fact]
    public async Task Get_PublicPageWithAQuery_IsTheSamePage()
    {
        await FromTheCacheAsync(app, "/about/privacy");

        var page = await app.GetAsync("/about/privacy?utm_source=x&q=secret");

        page.Response.Headers.Contains("Age").ShouldBeTrue();
        page.Body.ShouldNotContain("secret");
    }

    /// <summary>A copy made for one visitor must not be handed to another who cannot read it.</summary>
    [Theory]
    [InlineData("/services/parklands-after-school", "*", "identity", null)]
    [InlineData("/services/parklands-overnight-short-breaks", "br;q=0, gzip", "br", "br")]
    [InlineData("/services/medway-direct-payments", "gzip", "gzip;q=0", null)]
    [InlineData("/services/medway-short-break-grant", "xbrx", "gzip", "gzip")]
    public async Task Get_CopyMadeForAnotherEncoding_IsNotHandedOut(string address, string first, string then, string? expected)
    {
        (await GetAsAsync(address, first)).Dispose();

        using var second = await GetAsAsync(address, then);

        second.Content.Headers.ContentEncoding.SingleOrDefault().ShouldBe(expected);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/services/no-such-service")]
    [InlineData("/shortlist?s=medway-sendiass")]
    [InlineData("/pack/new")]
    [InlineData("/search/wish")]
    [InlineData("/healthz")]
    public async Task Get_WhatMayChangeAnyMoment_NeverComesFromTheCache(string address)
    {
        for (var time = 0; time < 3; time++)
        {
            (await app.GetAsync(address)).Response.Headers.Contains("Age").ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Notice_OfListings_DropsServicesAndLeavesTheHomePage()
    {
        await FromTheCacheAsync(app, "/");
        var before = await FromTheCacheAsync(app, CarersPage);
        await app.QueryAsync("update listings.services set summary = 'Told by a test.' where slug = 'medway-sendiass'");
        (await app.GetAsync(CarersPage)).Body.ShouldBe(before.Body, "only a notice drops a page");

        await app.QueryAsync("select pg_notify('local_offer', 'listings')::text");

        (await UntilAsync(CarersPage, page => page.MainText.Contains("Told by a test.", StringComparison.Ordinal))).ShouldBeTrue();
        (await app.GetAsync("/")).Response.Headers.Contains("Age").ShouldBeTrue();
    }

    [Fact]
    public async Task Setting_Changed_ShowsOnEveryPageThatWasCached()
    {
        string[] pages = ["/", "/about/privacy", Addresses.Football];
        foreach (var page in pages)
        {
            await FromTheCacheAsync(app, page);
        }

        await using (var scope = app.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<CurrentLogin>().Value = DatabaseLogin.Private;
            await scope.ServiceProvider.GetRequiredService<SettingsWriter>().SetAsync(SiteSettings.SendiassPhone, "01632 960123", "A number for drama.", TestContext.Current.CancellationToken);
        }

        foreach (var page in pages)
        {
            (await UntilAsync(page, shown => shown.Body.Contains("01632 960123", StringComparison.Ordinal))).ShouldBeTrue(page);
        }
    }

    [Fact]
    public async Task Get_WithTheCacheOff_MakesEachPageAnew()
    {
        await using var uncached = new App(cluster) { ConnectionString = app.ConnectionString };
        uncached.Settings["LOCALOFFER_OUTPUT_CACHE"] = "off";
        await uncached.InitializeAsync();

        for (var time = 0; time < 4; time++)
        {
            var page = await uncached.GetAsync("/about/privacy");
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Response.Headers.Contains("Age").ShouldBeFalse();
        }
    }

    /// <summary>The listener empties the cache when it connects, which may fall between two requests.</summary>
    private static async Task<Page> FromTheCacheAsync(App app, string address)
    {
        for (var time = 0; time < 200; time++)
        {
            var page = await app.GetAsync(address);
            if (page.Response.Headers.Contains("Age"))
            {
                return page;
            }

            await Task.Delay(50);
        }

        throw new ShouldAssertException($"{address} never came from the cache.");
    }

    private async Task<bool> UntilAsync(string address, Func<Page, bool> shown)
    {
        for (var time = 0; time < 600; time++)
        {
            if (shown(await app.GetAsync(address)))
            {
                return true;
            }

            await Task.Delay(50);
        }

        return false;
    }

    private async Task<HttpResponseMessage> GetAsAsync(string address, string encodings)
    {
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encodings);
        return await client.SendAsync(request);
    }
}
