using System.Net;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Listings.Tests.Features.ViewService;

/// <summary>The made-up services of the demonstration show every part of a page and of a card, as whoever tries the site out sees them.</summary>
[Proves("listings")]
public sealed class DemoServicesTests(PostgresCluster cluster) : IAsyncLifetime
{
    private readonly App app = new(cluster) { WithFamilies = true };

    public async ValueTask InitializeAsync() => await app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Get_DemoServices_ShowWhatEachPartOfThePageIsFor()
    {
        var club = await app.GetAsync("/services/example-saturday-club");
        club.Status.ShouldBe(HttpStatusCode.OK);
        club.MainText.ShouldContain("Child: £4 for a session. Pay on the day. Brother or sister: Free");
        club.MainText.ShouldContain("You do not need a diagnosis");
        club.MainText.ShouldContain("Bed and hoist. Ask at the desk for the key");
        club.MainText.ShouldContain("Your first visit");
        club.MainText.ShouldContain("Languages: English, Polish");
        club.All(".next-date").ShouldNotBeEmpty();
        club.One(".sure-box").TextContent.ShouldContain("Checked");
        club.One("#getting").TextContent.ShouldBe("How to get it");
        club.All(".facts .fact--unknown").Count.ShouldBeLessThan(10);

        // What nobody has told us is a letter that is written already.
        var ask = Uri.UnescapeDataString(club.All("details a[href^='mailto:clubs@example.org?']")[0].GetAttribute("href")!);
        ask.ShouldContain("A question about Example Saturday club (made up)");
        ask.ShouldContain("yes or no?");
        ask.ShouldNotContain("Bed and hoist");

        var stays = await app.GetAsync("/services/example-overnight-stays");
        stays.MainText.ShouldContain("An assessment comes first (level 3, specialist).");
        stays.MainText.ShouldContain("About three months");

        var card = (await app.GetAsync("/search?q=example+saturday+club")).All(".card").First(card => card.QuerySelector("a[href='/services/example-saturday-club']") is not null);
        card.TextContent.ShouldContain("No diagnosis needed");
        card.TextContent.ShouldContain("Next:");
        card.TextContent.ShouldContain("Chatham");
    }
}
