using System.Globalization;
using System.Net;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Host.Tests.Search;

[Collection(Site.Name)]
[Proves("foundation")]
public sealed class FindHelpTests(App app)
{
    [Fact]
    public async Task Get_AutismFootball_ShowsDisabilityFootballAmongTheFirstThree()
    {
        var page = await app.GetAsync("/search?q=autism%20football");

        page.Status.ShouldBe(HttpStatusCode.OK);
        Results.SlugsOf(page).Take(3).ShouldContain("gills-open-disability-football");
    }

    [Theory]
    [InlineData("autism football")]
    [InlineData("autsim")]
    [InlineData("respite")]
    public async Task Get_FirstResult_LinksToItsServiceInPlainHtml(string query)
    {
        var page = await app.GetAsync($"/search?q={Uri.EscapeDataString(query)}");

        var first = page.One(".card h3 a[href^='/services/']");
        first.GetAttribute("href")!.ShouldStartWith("/services/");
        var service = await app.GetAsync(first.GetAttribute("href")!);
        service.Status.ShouldBe(HttpStatusCode.OK);
        service.Heading.ShouldBe(first.TextContent.Trim());
    }

    [Fact]
    public async Task Get_NearAPlace_KeepsOnlineAndAreaWideServices()
    {
        var everywhere = await app.QueryAsync("select slug from listings.services s where is_online or exists (select from listings.service_areas a where a.service_id = s.id)");
        everywhere.Count.ShouldBeGreaterThan(20);

        var found = await app.FoundAsync("/search?near=ME7");

        everywhere.Except(found).ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_NearAPlace_CountsWhatItShows()
    {
        var all = await app.QueryAsync("select slug from listings.services");

        var found = await app.FoundAsync("/search");

        found.Count.ShouldBe(found.Distinct().Count());
        found.ShouldBe(all, ignoreOrder: true);
        var page = await app.GetAsync("/search");
        page.One(".found").TextContent.Trim().ShouldStartWith(all.Count.ToString(CultureInfo.InvariantCulture) + " found");
    }

    [Fact]
    public async Task Get_Results_AreKeptByNobodyAndIndexedByNobody()
    {
        var page = await app.GetAsync("/search?q=autism&near=ME8&age=7");

        page.Response.Headers.Contains("Age").ShouldBeFalse("nobody asked this before");
        (page.Response.Headers.CacheControl?.Public ?? false).ShouldBeFalse();
        page.Response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        page.One("meta[name=robots]").GetAttribute("content").ShouldBe("noindex");
    }

    [Fact]
    public async Task Get_NothingFound_SaysWhatElseToDo()
    {
        var page = await app.GetAsync(Addresses.NothingFound);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.One(".none h2").TextContent.ShouldContain("It is not you");
        page.All("#results a[href^='/search?']").Count.ShouldBeGreaterThan(3);
        page.One("#results a[href='#talk']");
        page.One("#results a[href='/search/wish']");
    }

    [Fact]
    public async Task Get_WordsOfSomebodyInDanger_ShowWhomToCallBeforeAnythingElse()
    {
        var page = await app.GetAsync("/search?q=i%20want%20to%20kill%20myself");

        page.One("main .urgent a[href='tel:999']");
        page.MainText.IndexOf("999", StringComparison.Ordinal).ShouldBeLessThan(page.MainText.IndexOf("found", StringComparison.Ordinal));
    }
}
