using System.Net;
using Medway.LocalOffer.Search.Tests.Support;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Search.Tests.Features;

[Collection(SeededServices.Name)]
[Proves("listings")]
public sealed class ShortlistTests(SearchApp app)
{
    [Fact]
    public async Task Get_ListOfALink_OpensItInItsOrderWithoutScript()
    {
        var page = await app.GetAsync("/shortlist?s=medway-sendiass,gills-open-disability-football");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.One(".found").TextContent.ShouldBe("2 saved");
        page.All(".card h3 a").Select(link => link.GetAttribute("href")).ShouldBe(["/services/medway-sendiass", "/services/gills-open-disability-football"]);
        page.All("[data-drop]").Select(link => link.GetAttribute("href")).ShouldBe(["/shortlist?s=gills-open-disability-football", "/shortlist?s=medway-sendiass"]);
        page.Response.Headers.CacheControl.ShouldNotBeNull().NoStore.ShouldBeTrue();
        page.One("meta[name=robots]").GetAttribute("content").ShouldBe("noindex");
    }

    [Fact]
    public async Task Get_FormOfTheList_AddsOneByItsAddress()
    {
        var page = await app.GetAsync("/shortlist?s=medway-sendiass&s=https%3A%2F%2Fexample.org%2Fservices%2Fchildline");

        page.All(".card").Count.ShouldBe(2);
    }

    [Fact]
    public async Task Get_LinkWithTenThousandIds_SaysSoAndShowsWhatAListCanHold()
    {
        var ids = string.Join(',', Enumerable.Range(0, 9_999).Select(number => $"made-up-{number}").Prepend("medway-sendiass"));

        var page = await app.GetAsync("/shortlist?s=" + ids);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.One(".summary").TextContent.ShouldContain("It holds 10,000. A list can hold 50.");
        page.All(".card").ShouldHaveSingleItem();
        page.MainText.ShouldContain("49 services of this list are not here any more");
    }

    [Theory]
    [InlineData("/shortlist")]
    [InlineData("/shortlist?s=")]
    [InlineData("/shortlist?s=%00%ff<script>alert(1)</script>")]
    [InlineData("/shortlist?s=no-such-service")]
    public async Task Get_ListOfNothing_SaysWhatToDo(string address)
    {
        var page = await app.GetAsync(address);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.MainText.ShouldContain("There is nothing in this list yet");
        page.One("main a[href='/search']");
        page.All("script").ShouldHaveSingleItem();
    }
}
