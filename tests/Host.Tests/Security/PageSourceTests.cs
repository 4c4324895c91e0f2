using AngleSharp.Dom;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Host.Tests.Security;

/// <summary>A policy without nonces holds only while no page has anything inline, and nothing may come from another host.</summary>
[Collection(Site.Name)]
[Proves("foundation")]
public sealed class PageSourceTests(App app)
{
    private static readonly string[] Loading = ["src", "srcset", "href", "xlink:href", "data", "poster", "action", "formaction"];

    [Fact]
    public async Task Get_EveryPublicPage_HasNothingInline()
    {
        foreach (var page in await PagesAsync())
        {
            var where = page.Response.RequestMessage!.RequestUri!.ToString();
            page.All("script:not([src])").ShouldBeEmpty(where);
            page.All("style, [style], base, iframe, object, embed").ShouldBeEmpty(where);
            page.All("*").SelectMany(element => element.Attributes).Select(attribute => attribute.Name)
                .Where(name => name.StartsWith("on", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(where);
            page.All("a[href]").Select(link => link.GetAttribute("href")!)
                .Where(href => href.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(where);
        }
    }

    [Fact]
    public async Task Get_EveryPublicPage_LoadsNothingFromAnotherHost()
    {
        foreach (var page in await PagesAsync())
        {
            var where = page.Response.RequestMessage!.RequestUri!.ToString();
            var loaded = page.All("*").Where(element => element.LocalName is not "a")
                .SelectMany(element => element.Attributes).Where(attribute => Loading.Contains(attribute.Name))
                .Select(attribute => attribute.Value).ToList();

            // Positive control: a stylesheet, a script, three icons and a search form or a sprite.
            loaded.Count.ShouldBeGreaterThan(4, where);
            loaded.ShouldAllBe(address => IsOurs(address), where);
        }
    }

    [Fact]
    public async Task Get_StylesheetAndScript_NameNoOtherHost()
    {
        var home = await app.GetAsync("/");
        foreach (var asset in new[] { home.One("link[rel=stylesheet]").GetAttribute("href")!, home.One("script").GetAttribute("src")! })
        {
            var body = (await app.GetAsync(asset)).Body;

            body.Replace("http://www.w3.org/", "", StringComparison.Ordinal).ShouldNotContain("://", Case.Sensitive, asset);
            body.ShouldNotContain("url(//", Case.Sensitive, asset);
        }
    }

    [Fact]
    public async Task Get_EveryPublicPage_HasOneHeadingATitleALanguageAndLandmarks()
    {
        foreach (var page in await PagesAsync())
        {
            var where = page.Response.RequestMessage!.RequestUri!.ToString();
            page.All("h1").ShouldHaveSingleItem(where).TextContent.Trim().ShouldNotBeEmpty(where);
            page.All("main").ShouldHaveSingleItem(where);
            page.One("html").GetAttribute("lang").ShouldBe("en-GB", where);
            page.Html.Title.ShouldNotBeNullOrWhiteSpace(where);
            page.All("[id]").GroupBy(element => element.Id).Where(same => same.Count() > 1).Select(same => same.Key).ShouldBeEmpty(where);
        }
    }

    private static bool IsOurs(string address) =>
        (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal)) || address.StartsWith('#');

    private async Task<List<Page>> PagesAsync()
    {
        List<Page> pages = [];
        foreach (var address in Addresses.Pages.Append(await Addresses.OrganisationAsync(app)).Append("/nowhere").Append("/error/500"))
        {
            pages.Add(await app.GetAsync(address));
        }

        return pages;
    }
}
