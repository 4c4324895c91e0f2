using System.Net;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Host.Tests.Pages;

[Collection(Site.Name)]
public sealed class LinksTests(App app)
{
    private const int Most = 80;

    [Fact]
    public async Task Get_EveryLinkOfThePublicPages_IsAnswered()
    {
        var organisation = await Addresses.OrganisationAsync(app);
        HashSet<string> seen = [];
        Queue<(string Address, string From)> waiting = new();
        foreach (var start in Addresses.Pages.Append(organisation))
        {
            var page = await app.GetAsync(start);
            foreach (var href in page.All("a[href]").Select(link => link.GetAttribute("href")!))
            {
                if (href.StartsWith('#'))
                {
                    page.Html.GetElementById(href[1..]).ShouldNotBeNull($"{start} has no {href}");
                }
                else if (href.StartsWith('/'))
                {
                    waiting.Enqueue((href, start));
                }
                else
                {
                    Uri.TryCreate(href, UriKind.Absolute, out var elsewhere).ShouldBeTrue($"{href} on {start}");
                    elsewhere!.Scheme.ShouldBeOneOf("https", "http", "tel", "mailto");
                }
            }
        }

        List<string> broken = [];
        while (waiting.TryDequeue(out var link) && seen.Count < Most)
        {
            if (seen.Add(link.Address) && (await app.GetAsync(link.Address)).Status != HttpStatusCode.OK)
            {
                broken.Add($"{link.Address} on {link.From}");
            }
        }

        broken.ShouldBeEmpty();
        seen.Count.ShouldBeGreaterThan(40);
        seen.ShouldContain(address => address.StartsWith("/services/", StringComparison.Ordinal));
        seen.ShouldContain("/about/accessibility-statement");
    }

    [Theory]
    [InlineData("/accessibility", "/about/accessibility-statement")]
    [InlineData("/privacy", "/about/privacy")]
    public async Task Get_WherePeopleLookFirst_LeadsToThePageForGood(string address, string page)
    {
        var answer = await app.GetAsync(address);

        answer.Status.ShouldBe(HttpStatusCode.MovedPermanently);
        answer.Response.Headers.Location!.OriginalString.ShouldBe(page);
        (await app.GetAsync("/")).All(".foot__links a").Select(link => link.GetAttribute("href")).ShouldContain(page);
    }

    [Fact]
    public async Task Get_EveryIconOfAPage_IsInTheSprite()
    {
        var sprite = (await app.GetAsync("/assets/icons.svg")).Body;
        foreach (var address in Addresses.Pages.Append(await Addresses.OrganisationAsync(app)).Append("/nowhere"))
        {
            var page = await app.GetAsync(address);
            page.All("use").ShouldNotBeEmpty(address);
            foreach (var use in page.All("use").Select(icon => icon.GetAttribute("href")!).Distinct())
            {
                sprite.ShouldContain($"id=\"{use[(use.IndexOf('#', StringComparison.Ordinal) + 1)..]}\"", Case.Sensitive, $"{use} on {address}");
                use.ShouldMatch("^/assets/icons\\.[a-z0-9]+\\.svg#", $"{use} on {address}: unfingerprinted");
            }
        }
    }

    [Fact]
    public async Task Get_Footer_NamesThePartnershipAndWhomToTalkTo()
    {
        var page = await app.GetAsync("/");

        page.One(".foot__small").TextContent.ShouldContain("Medway Council");
        page.One(".foot__credit").TextContent.ShouldContain("Contains OS data © Crown copyright and database right");
        page.All(".talk li").Count.ShouldBe(3);

        // The number of SENDIASS is nobody's to invent.
        page.All(".talk li").Single(person => person.TextContent.Contains("SENDIASS", StringComparison.Ordinal)).TextContent.ShouldContain("ask the council");
    }
}
