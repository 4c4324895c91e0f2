using System.Net;
using Medway.LocalOffer.Listings.Features.ImportServices;
using Medway.LocalOffer.Listings.Tests.Support;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Listings.Tests.Features.ViewService;

[Collection(Reading.Name)]
[Trait("Proves", "foundation")]
public sealed class ViewServiceTests(App app)
{
    [Fact]
    public async Task Get_Service_AnswersFirst()
    {
        var page = await app.GetAsync("/services/medway-sport-swimming-lessons");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Heading.ShouldBe("Medway Sport swimming lessons");
        page.Html.Title.ShouldStartWith("Medway Sport swimming lessons, Gillingham");
        page.One("meta[name=description]").GetAttribute("content").ShouldStartWith("Term-time swimming lessons");
        Answers(page).ShouldBe(
        [
            ("Who can go", "Any age Open to everyone"),
            ("Cost", "£7.95 for a 30-minute child lesson, booked as a term course"),
            ("Where", "Medway Park, Strood and Hoo sports centres, Gillingham ME7 1HF"),
            ("When", "Every day of the week in term time"),
            ("How to start", "You can ask for this yourself. You do not need anyone to ask for you."),
        ]);
        page.One(".answer a[href='tel:01634336655']").TextContent.Trim().ShouldBe("Call 01634 336 655");
        page.All(".answer .button:not(.button--line)").Count.ShouldBe(1);
        page.One("aside a[href='/organisations/medway-sport-medway-council']").TextContent.ShouldBe("Medway Sport (Medway Council)");
    }

    [Fact]
    public async Task Get_ServiceWithGaps_SaysNotKnownForEachAndWhoToAsk()
    {
        var page = await app.GetAsync("/services/medway-dragons-wheelchair-rugby");

        var answers = Answers(page).ToDictionary();
        answers["Who can go"].ShouldStartWith("Ages: not known. Ask the council");
        answers["Cost"].ShouldBe("Not known. Ask the council");
        answers["When"].ShouldBe("Not known. Ask the council");
        answers["Where"].ShouldStartWith("Gillingham. Exact place: not known. Ask the council");
        page.One(".answer").TextContent.ShouldContain("Nobody has told us how to reach them.");
        page.MainText.ShouldContain("34 things nobody has told us yet.");
        page.All(".fact--unknown").Count.ShouldBe(34);
    }

    [Fact]
    public async Task Get_SomeAccessKnown_CountsBothAndShowsWhatIsKnownFirst()
    {
        var page = await app.GetAsync("/services/maidstone-leisure-sen-pool");

        page.MainText.ShouldContain("3 things we have been told. 31 nobody has told us yet.");
        page.All(".fact-group").ShouldAllBe(group => InOrder(group.QuerySelectorAll("li").Select(line => line.ClassList.Contains("fact--unknown"))));
        page.All(".facts li:not(.fact--unknown)").ShouldAllBe(line => line.TextContent.Contains("We think so. Not confirmed", StringComparison.Ordinal));
        page.MainText.ShouldContain("SEN means special educational needs.");
    }

    [Fact]
    public async Task Get_FromAPublicPage_SaysSoAndLinksToIt()
    {
        var page = await app.GetAsync("/services/maidstone-leisure-sen-pool");

        page.One(".sure-box").TextContent.ShouldContain("Taken from a public page, not yet confirmed");
        page.One(".sure-box a").GetAttribute("rel").ShouldBe("noopener external");
        page.One(".sure-box a").TextContent.ShouldBe("Read the page we used, on kentonline.co.uk");
    }

    [Fact]
    public async Task Get_NoPageFound_SaysThatItIsNotChecked()
    {
        var page = await app.GetAsync("/services/childline");

        page.One(".sure-box").TextContent.ShouldContain("We have not checked this yet");
        page.All(".sure-box a").ShouldBeEmpty();
        Answers(page).ToDictionary()["Where"].ShouldBe("All over the country");
    }

    [Theory]
    [InlineData("/services/no-such-service")]
    [InlineData("/services/Childline!")]
    [InlineData("/organisations/no-such-organisation")]
    public async Task Get_Unknown_ReturnsNotFound(string path) => (await app.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Get_EverySeededService_AnswersWithoutStaffWords()
    {
        var seeded = ServicesCsv.Read(new ImportFile("seed", await File.ReadAllBytesAsync(Repository.At("seeds/reference/listings/medway-services.csv"), TestContext.Current.CancellationToken)), new DateOnly(2026, 9, 1));
        seeded.Drafts.Count.ShouldBe(148);
        foreach (var draft in seeded.Drafts)
        {
            var page = await app.GetAsync("/services/" + draft.ExternalId);

            page.Status.ShouldBe(HttpStatusCode.OK, draft.ExternalId);
            page.Heading.ShouldBe(draft.Name);
            page.All(".answer dd").ShouldAllBe(answer => answer.TextContent.Trim().Length > 0, draft.ExternalId);
            page.Body.ShouldNotContain("general knowledge", Case.Insensitive, draft.ExternalId);
            page.Body.ShouldNotContain("Map position", Case.Insensitive, draft.ExternalId);
            (page.All(".facts li").Count > 0).ShouldBeTrue(draft.ExternalId);
        }
    }

    [Fact]
    public async Task Get_AsAVisitor_HoldsNothingOfTheVisitor()
    {
        var page = await app.GetAsync("/services/childline");

        page.Response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        page.All("input[name=__RequestVerificationToken]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_Wrong_SaysHowToTellUs() =>
        (await app.GetAsync("/services/childline")).One("aside").TextContent.ShouldContain("ask the council");

    [Fact]
    public async Task Get_Organisation_ListsWhatItRuns()
    {
        var page = await app.GetAsync("/organisations/medway-community-healthcare");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Heading.ShouldBe("Medway Community Healthcare");
        page.All(".cards h3 a").Count.ShouldBe(10);
        page.One(".cards a[href='/services/mch-physiotherapy']").TextContent.ShouldBe("Children's physiotherapy");
        page.One(".answer").TextContent.ShouldContain("Not known");
    }

    [Fact]
    public async Task Get_OrganisationWithOneService_ShowsItsContacts() =>
        (await app.GetAsync("/organisations/chatham-historic-dockyard-trust")).One(".answer a[href='tel:01634823800']").TextContent.ShouldBe("01634 823800");

    private static List<(string Question, string Answer)> Answers(Page page) =>
        [.. page.All(".answer dl > div").Select(row => (Words(row.QuerySelector("dt")!), Words(row.QuerySelector("dd")!)))];

    private static string Words(AngleSharp.Dom.IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool InOrder(IEnumerable<bool> isUnknown) => isUnknown.SequenceEqual(isUnknown.Order());
}
