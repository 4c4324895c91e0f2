using System.Net;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Host.Tests.Errors;

[Collection(Site.Name)]
public sealed class ErrorPageTests(App app, PostgresCluster cluster)
{
    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/nowhere/at/all.html")]
    [InlineData("/services/no-such-service")]
    [InlineData("/organisations/no-such-organisation")]
    [InlineData("/services/Not_A_Slug!")]
    [InlineData("/error/200")]
    public async Task Get_UnknownAddress_AnswersNotFoundInTheSitesFrame(string address)
    {
        var page = await app.GetAsync(address);

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Heading.ShouldBe("We cannot find that page");
        page.One("main a[href='/search']").TextContent.Trim().ShouldBe("Find help");
        page.One("header .brand");
        page.One("footer #talk");
        page.One("meta[name=robots]").GetAttribute("content").ShouldBe("noindex");
    }

    [Theory]
    [InlineData("/staff")]
    [InlineData("/staff/settings")]
    [InlineData("/STAFF/anything")]
    [InlineData("/my")]
    [InlineData("/my/plan")]
    [InlineData("/provider")]
    [InlineData("/provider/services/1")]
    public async Task Get_AreaForPeopleWhoSignIn_ShowsAStrangerNothing(string address)
    {
        var page = await app.GetAsync(address);

        if (page.Status == HttpStatusCode.Redirect)
        {
            page.Response.Headers.Location!.OriginalString.ShouldMatch("^/(staff|provider|my)/sign-in\\?return=");
            page.Body.ShouldBeEmpty();
            return;
        }

        page.Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized);
        page.Heading.ShouldBeOneOf("We cannot find that page", "You cannot open this page");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/search")]
    [InlineData(Addresses.Football)]
    [InlineData("/organisations/anything")]
    [InlineData("/about/accessibility-statement")]
    [InlineData("/about/privacy")]
    [InlineData("/nowhere")]
    [InlineData("/healthz")]
    [InlineData("/error/404")]
    [InlineData("/staff")]
    public async Task Send_AnyMethod_IsNeverAServerError(string address)
    {
        foreach (var method in new[] { "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "HEAD", "PROPFIND" })
        {
            using var form = new FormUrlEncodedContent([new("q", "autism"), new("age", "x")]);

            var page = await app.SendAsync(method, address, method is "POST" or "PUT" or "PATCH" ? form : null);

            ((int)page.Status).ShouldBeLessThan(500, $"{method} {address}");
        }
    }

    [Fact]
    public async Task Get_TooMany_SaysHowLongToWaitAndWhomToCall()
    {
        var page = await app.GetAsync("/error/429");

        page.MainText.ShouldContain("Try again in a minute.");
        page.MainText.ShouldContain("If you need help now, call");
        page.MainText.ShouldContain("Medway Council");
    }

    [Fact]
    public async Task Post_UnknownAddress_AnswersInTheSitesFrame()
    {
        using var content = new StringContent("x");

        var page = await app.SendAsync("POST", "/nowhere", content);

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Heading.ShouldBe("We cannot find that page");
    }

    [Fact]
    public async Task Delete_UnknownAddress_AnswersInTheSitesFrame()
    {
        var page = await app.SendAsync("DELETE", "/nowhere");

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Heading.ShouldBe("We cannot find that page");
    }

    [Fact]
    [Proves("foundation")]
    public async Task Get_WhenTheDatabaseIsGone_ShowsAReferenceAndNothingOfTheFault()
    {
        await using var broken = new App(cluster);
        await broken.InitializeAsync();
        (await broken.GetAsync("/about/privacy")).Status.ShouldBe(HttpStatusCode.OK);
        await cluster.DropAsync(broken.ConnectionString!);

        var page = await broken.GetAsync("/search?q=autism");

        page.Status.ShouldBe(HttpStatusCode.InternalServerError);
        page.Heading.ShouldBe("Something broke");
        page.One("main b").TextContent.ShouldMatch("^[0-9a-f]{32}$");
        page.One("header .brand");
        page.Response.Headers.CacheControl.ShouldNotBeNull().NoStore.ShouldBeTrue();
        foreach (var leak in new[] { "Exception", "Npgsql", "   at ", "Medway.LocalOffer.", "does not exist", ".cs:line", "autism" })
        {
            page.Body.ShouldNotContain(leak, Case.Insensitive);
        }

        // Another fault has another reference.
        (await broken.GetAsync("/search?q=autism")).One("main b").TextContent.ShouldNotBe(page.One("main b").TextContent);
        (await broken.GetAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_WhenTheDatabaseNeverAnswered_StillShowsTheErrorPage()
    {
        await using var broken = new App(cluster) { ConnectionString = await cluster.CreateDatabaseAsync() };
        await broken.InitializeAsync();
        await cluster.DropAsync(broken.ConnectionString!);

        var page = await broken.GetAsync("/search");

        page.Status.ShouldBe(HttpStatusCode.InternalServerError);
        page.Heading.ShouldBe("Something broke");
        page.MainText.ShouldContain("Medway Council");
    }
}
