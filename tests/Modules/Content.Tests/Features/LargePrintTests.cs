using System.Net;
using Medway.LocalOffer.Content.Tests.Support;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Content.Tests.Features;

/// <summary>Every page in large letters, from "Get this another way".</summary>
[Collection(ContentApp.Name)]
public sealed class LargePrintTests(App app)
{
    [Theory]
    [InlineData("/ehc-plans")]
    [InlineData("/ehc-plans/easy-read")]
    [InlineData("/about/privacy")]
    public async Task LargePrint_FromThePage_SaysTheSameWithNothingRoundIt(string address)
    {
        var page = await app.GetAsync(address);
        var link = page.One(".ways a[href$='/large-print']");
        link.TextContent.ShouldContain("Large print");

        var large = await app.GetAsync(link.GetAttribute("href")!);

        large.Status.ShouldBe(HttpStatusCode.OK);
        large.Heading.ShouldBe(page.Heading);
        var article = large.One("article.large");
        Words(article.TextContent).ShouldContain(Words(page.One("[data-listen-text]:not(.title)").TextContent));
        article.QuerySelectorAll("details, nav, .ways").ShouldBeEmpty("nothing folded away");
        large.One("link[rel=canonical]").GetAttribute("href").ShouldBe(address);
        large.One("meta[name=robots]").GetAttribute("content").ShouldBe("noindex");
        large.One("a.back").GetAttribute("href").ShouldBe(address);
    }

    [Fact]
    public async Task LargePrint_OfAGuide_LeadsToItsPartsInLargePrint()
    {
        var large = await app.GetAsync("/ehc-plans/getting-a-plan/large-print");

        var parts = large.All("article.large a[href$='/large-print']").Select(link => link.GetAttribute("href")!).ToList();
        parts.Count.ShouldBeGreaterThan(2);
        (await app.GetAsync(parts[0])).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/large-print")]
    [InlineData("/no-such-page/large-print")]
    [InlineData("/ehc-plans/large-print/large-print")]
    public async Task LargePrint_OfNothing_IsNotFound(string address) => (await app.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
