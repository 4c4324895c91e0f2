using System.Net;
using Medway.LocalOffer.Feedback.Tests.Support;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Feedback.Tests;

[Proves("codesign")]
public sealed class VotesTests(App app, PostgresCluster cluster) : IClassFixture<App>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/search")]
    [InlineData("/ehc-plans")]
    [InlineData("/services/gills-open-disability-football")]
    public async Task EveryPage_AsksWhetherItHelped_WithoutScriptOrCookie_AndStaffSeeTheCounts(string about)
    {
        using var family = app.CreateClient();
        var page = await family.PageAsync(about);

        var yes = await page.SubmitAsync(family, "form[action='/feedback/helpful']", ("Helpful", "yes"));
        var no = await page.SubmitAsync(family, "form[action='/feedback/helpful']", ("Helpful", "no"));

        (yes.Status, yes.Response.Headers.Location!.OriginalString).ShouldBe((HttpStatusCode.Redirect, "/feedback/thanks"));
        no.Response.Headers.Location!.OriginalString.ShouldBe("/feedback?about=" + Uri.EscapeDataString(about), "whoever says no is asked what is missing");
        yes.Response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        var row = (await officer.PageAsync("/staff/feedback/pages")).All("tbody tr").Single(row => row.QuerySelector("a")!.GetAttribute("href") == about);
        row.QuerySelectorAll("td").Select(cell => cell.TextContent).ShouldBe(["1", "1"]);
    }

    [Theory]
    [InlineData("/ehc-plans", "perhaps", "Choose yes or no")]
    [InlineData("https://example.org", "yes", "Go back to the page")]
    public async Task Post_BadInput_SaysWhatToDo_AndCountsNothing(string about, string helpful, string message)
    {
        using var family = app.CreateClient();
        using var form = new FormUrlEncodedContent([new("About", about), new("Helpful", helpful)]);

        var page = await Page.ReadAsync(await family.PostAsync(new Uri("/feedback/helpful", UriKind.Relative), form, Given.Now));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.MainText.ShouldContain(message);
        (await app.ReadAsync(context => context.PageVotes.AnyAsync(vote => vote.About == "https://example.org", Given.Now))).ShouldBeFalse();
    }

    [Fact]
    public async Task Post_TooOften_OrFromAnotherSite_IsTurnedAway()
    {
        await using var limited = new App(cluster) { ConnectionString = app.ConnectionString };
        limited.Settings["Feedback:VotesPerNetwork"] = "2";
        await limited.InitializeAsync();
        using var client = limited.CreateClient();
        List<HttpStatusCode> answers = [];
        for (var time = 0; time < 3; time++)
        {
            using var form = new FormUrlEncodedContent([new("About", "/short-breaks"), new("Helpful", "yes")]);
            using var response = await client.PostAsync(new Uri("/feedback/helpful", UriKind.Relative), form, Given.Now);
            answers.Add(response.StatusCode);
        }

        answers.ShouldBe([HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.TooManyRequests]);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/feedback/helpful", UriKind.Relative)) { Content = new FormUrlEncodedContent([new("About", "/short-breaks"), new("Helpful", "yes")]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var family = app.CreateClient();
        using var refused = await family.SendAsync(request, Given.Now);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
