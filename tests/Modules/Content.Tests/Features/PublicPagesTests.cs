using System.Net;
using System.Xml.Linq;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Content.Tests.Support;
using Medway.LocalOffer.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medway.LocalOffer.Content.Tests.Features;

[Collection(ContentApp.Name)]
public sealed class PublicPagesTests(App app)
{
    [Fact]
    public async Task Get_EveryPageThatComesWithTheProduct_IsThereWithItsPlaceAndWhoAnswersForIt()
    {
        var pages = await app.ReadAsync(context => context.Published.AsNoTracking().Where(page => page.Kind != DocumentKind.Alert).ToListAsync());
        pages.Count.ShouldBeGreaterThan(100);
        foreach (var published in pages)
        {
            var page = await app.GetAsync(published.Address);

            page.Status.ShouldBe(HttpStatusCode.OK, published.Address);
            page.Heading.ShouldBe(published.Title, published.Address);
            page.One("meta[name=description]").GetAttribute("content").ShouldBe(published.Summary, published.Address);
            page.One("link[rel=canonical]").GetAttribute("href").ShouldBe(published.Address);
            page.One(".crumbs a[href='/']");
            page.One(".stamp").TextContent.ShouldContain(published.Owner);
            page.One(".feedback a").GetAttribute("href").ShouldBe("/feedback?about=" + Uri.EscapeDataString(published.Address));
            page.All("[id]").GroupBy(element => element.Id).Where(same => same.Count() > 1).Select(same => same.Key).ShouldBeEmpty(published.Address);
            page.All("script:not([src]), style, [style]").ShouldBeEmpty(published.Address);
        }
    }

    [Fact]
    public async Task Get_EveryLinkBetweenPages_IsAnsweredAndItsAnchorIsThere()
    {
        var addresses = await app.ReadAsync(context => context.Published.AsNoTracking().Where(page => page.Kind != DocumentKind.Alert).Select(page => page.Address).ToListAsync());
        Dictionary<string, Page> seen = [];
        List<string> broken = [];
        foreach (var address in addresses)
        {
            foreach (var href in (await OpenAsync(address)).All("main a[href^='/']").Select(link => link.GetAttribute("href")!).Distinct())
            {
                var parts = href.Split('#');
                if (parts[0].StartsWith("/feedback", StringComparison.Ordinal))
                {
                    continue;
                }

                var target = await OpenAsync(parts[0]);
                if (target.Status != HttpStatusCode.OK || (parts.Length > 1 && target.Html.GetElementById(parts[1]) is null))
                {
                    broken.Add($"{href} on {address}: {target.Status}");
                }
            }
        }

        broken.Distinct().ShouldBeEmpty();
        seen.Count.ShouldBeGreaterThan(addresses.Count, "nothing was followed");

        async Task<Page> OpenAsync(string address) => seen.TryGetValue(address, out var page) ? page : seen[address] = await app.GetAsync(address);
    }

    [Fact]
    public async Task Get_PageAgain_ComesFromTheCacheAndHoldsNothingOfAVisitor()
    {
        var address = await app.ReadAsync(context => context.Published.Where(page => page.ParentId == null && page.Kind == DocumentKind.Page).Select(page => page.Address).FirstAsync());
        for (var time = 0; time < 20; time++)
        {
            var page = await app.GetAsync(address + "?utm_source=x");
            page.Response.Headers.Contains("Set-Cookie").ShouldBeFalse();
            page.Body.ShouldNotContain("utm_source");
            if (page.Response.Headers.Contains("Age"))
            {
                return;
            }
        }

        throw new ShouldAssertException($"{address} never came from the cache");
    }

    [Theory]
    [InlineData("/nothing-is-here")]
    [InlineData("/nothing/is/here.html")]
    [InlineData("/Not A Slug!")]
    [InlineData("/news/no-such-news")]
    [InlineData("/staff/content/nothing")]
    public async Task Get_UnknownAddress_IsNotFound(string address) =>
        (await app.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Get_AddressInCapitals_LeadsToThePage()
    {
        var address = await app.ReadAsync(context => context.Published.Where(page => page.ParentId != null && page.Variant == VariantKey.Full).Select(page => page.Address).FirstAsync());

        var page = await app.GetAsync(address.ToUpperInvariant() + "/");

        page.Status.ShouldBe(HttpStatusCode.MovedPermanently);
        page.Response.Headers.Location!.OriginalString.ShouldBe(address);
    }

    [Theory]
    [InlineData("/news", "News")]
    [InlineData("/events", "Events")]
    [InlineData("/questions", "Questions people ask")]
    [InlineData("/words", "Hard words and what they mean")]
    public async Task Get_ListOfOneKind_IsThere(string address, string heading)
    {
        var page = await app.GetAsync(address);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Heading.ShouldBe(heading);
    }

    [Fact]
    public async Task Get_Sitemap_ListsEveryPageAndServiceAndNoDraft()
    {
        var index = XDocument.Parse((await app.GetAsync("/sitemap.xml")).Body);
        var maps = index.Descendants().Where(element => element.Name.LocalName == "loc").Select(loc => new Uri(loc.Value).AbsolutePath).ToList();
        maps.ShouldContain("/sitemap/content.xml");
        maps.ShouldContain("/sitemap/service.xml");

        var pages = XDocument.Parse((await app.GetAsync("/sitemap/content.xml")).Body);
        var listed = pages.Descendants().Where(element => element.Name.LocalName == "loc").Select(loc => new Uri(loc.Value).AbsolutePath).ToHashSet();
        var published = await app.ReadAsync(context => context.Published.AsNoTracking()
            .Where(page => page.Variant == VariantKey.Full && page.Kind != DocumentKind.Term && page.Kind != DocumentKind.Alert && page.TakenDown == null)
            .Select(page => page.Address).ToListAsync());
        published.Except(listed).ShouldBeEmpty();

        (await app.GetAsync("/sitemap/nonsense.xml")).Status.ShouldBe(HttpStatusCode.NotFound);
        XDocument.Parse((await app.GetAsync("/news/feed.xml")).Body).Root!.Name.LocalName.ShouldBe("rss");
        (await app.GetAsync("/robots.txt")).Body.ShouldContain("Disallow: /\n", Case.Sensitive, "a copy that is not the real site wants no readers");
    }

    [Fact]
    public async Task Slugs_OfTheTree_AreNoOtherPartOfTheSites()
    {
        var segments = Tree.FirstSegments(app.Services.GetServices<EndpointDataSource>());
        segments.ShouldContain("search", "the endpoints were read");
        segments.ShouldContain("services");

        var top = await app.ReadAsync(context => context.Documents.AsNoTracking().ToListAsync());
        top.Where(document => document.Kind.IsInTree() && document.ParentId == null && segments.Contains(document.Slug)).Select(document => document.Path).ShouldBeEmpty();
        top.Count(document => document.Kind.IsInTree() && document.ParentId == null).ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task Get_HomePage_LeadsToTheSectionsOfPages()
    {
        for (var time = 0; time < 600; time++)
        {
            if ((await app.GetAsync("/")).All(".door a[href='/ehc-plans']").Count == 1)
            {
                return;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new ShouldAssertException("The home page never led to /ehc-plans");
    }

    [Fact]
    public async Task PublicLogin_ReadsWhatIsPublishedAndNoDraft()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ContentDbContext>();

        (await context.Published.AnyAsync(TestContext.Current.CancellationToken)).ShouldBeTrue("what is published can be read");
        (await Should.ThrowAsync<PostgresException>(() => context.Revisions.AnyAsync())).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await Should.ThrowAsync<PostgresException>(() => context.Documents.AnyAsync())).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await Should.ThrowAsync<PostgresException>(() => context.MissedPaths.AnyAsync())).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }
}
