using System.Net;
using System.Xml.Linq;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Content.Tests.Support;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Content.Tests.Features;

/// <summary>How people and machines come upon what was published.</summary>
[Collection(ContentApp.Name)]
[Proves("content")]
public sealed class FoundTests(App app)
{
    [Fact]
    public async Task News_ThatGoesLive_StandsInTheListTheFeedTheSearchAndTheSitemap()
    {
        const string Address = "/news/a-new-quiet-room-at-the-library";
        await app.DraftAsync("A draft of other news", kind: DocumentKind.News);
        await app.LiveAsync("A new quiet room at the library", kind: DocumentKind.News);

        (await app.UntilAsync("/news", page => page.All($"main a[href='{Address}']").Count == 1)).MainText.ShouldNotContain("A draft of other news");
        var item = XDocument.Parse((await app.GetAsync("/news/feed.xml")).Body).Descendants("item").Single(item => item.Element("link")!.Value.EndsWith(Address, StringComparison.Ordinal));
        item.Element("title")!.Value.ShouldBe("A new quiet room at the library");
        DateTimeOffset.TryParse(item.Element("pubDate")!.Value, System.Globalization.CultureInfo.InvariantCulture, out _).ShouldBeTrue();
        (await app.GetAsync("/search?q=quiet%20room%20at%20the%20library")).Body.ShouldContain(Address);
        (await app.GetAsync("/sitemap/content.xml")).Body.ShouldContain(Address + "<");
        (await app.GetAsync("/news")).One("link[rel=alternate][type='application/rss+xml']").GetAttribute("href").ShouldBe("/news/feed.xml");
    }

    [Fact]
    public async Task Event_SaysWhenAndWhereToPeopleAndToMachines()
    {
        var starts = app.Clock.GetUtcNow().AddDays(20);
        await app.LiveAsync("A made-up open day", kind: DocumentKind.Event, fields: new DraftFields("A made-up open day", "Come and see.", Writing.Words) { StartsAt = starts, EndsAt = starts.AddHours(2), Place = "The made-up hall" });

        var page = await app.UntilAsync("/events/a-made-up-open-day", page => page.Status == HttpStatusCode.OK);

        var facts = page.One("[itemtype='https://schema.org/Event']");
        facts.QuerySelector("[itemprop=name]")!.GetAttribute("content").ShouldBe("A made-up open day");
        facts.QuerySelector("[itemprop=startDate]")!.GetAttribute("content").ShouldBe(starts.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture));
        facts.QuerySelector("[itemprop=location]")!.TextContent.ShouldBe("The made-up hall");
        (await app.UntilAsync("/events", list => list.All("main a[href='/events/a-made-up-open-day']").Count == 1)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task StepByStep_ShowsEveryStepInOrder_WhereOneIs_AndWhatComesNext()
    {
        const string Start = "/ehc-plans/getting-a-plan";
        var whole = await app.GetAsync(Start);
        var steps = whole.All("nav.journey ol a").Select(link => link.GetAttribute("href")!).ToList();
        steps[0].ShouldBe(Start);
        steps.Count.ShouldBeGreaterThan(5);

        for (var at = 0; at < steps.Count; at++)
        {
            var page = await app.GetAsync(steps[at]);
            page.All("nav.journey [aria-current=page]").ShouldHaveSingleItem(steps[at]).GetAttribute("href").ShouldBe(steps[at]);
            page.All("nav.journey ol a").Select(link => link.GetAttribute("href")).ShouldBe(steps);
            page.All(".crumbs [itemtype='https://schema.org/ListItem']").Count.ShouldBeGreaterThan(1, steps[at]);
            if (at + 1 < steps.Count)
            {
                page.All("article a").Select(link => link.GetAttribute("href")).ShouldContain(steps[at + 1], $"{steps[at]} leads on");
            }
        }

        (await app.GetAsync("/ehc-plans/dates")).All("nav.journey a[href='/ehc-plans/annual-reviews']").ShouldHaveSingleItem("a page shows those beside it");
    }
}
