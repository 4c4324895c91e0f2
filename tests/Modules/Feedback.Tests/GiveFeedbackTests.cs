using System.Net;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Feedback.Tests.Support;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace Medway.LocalOffer.Feedback.Tests;

[Proves("content")]
public sealed class GiveFeedbackTests(App app, PostgresCluster cluster) : IClassFixture<App>
{
    [Theory]
    [InlineData("/services/gills-open-disability-football")]
    [InlineData("/ehc-plans")]
    public async Task Family_TellsUsFromAPage_AndStaffReadItAndSayWhatWasDone(string about)
    {
        using var family = app.CreateClient();
        var link = (await family.PageAsync(about)).One($"a[href='/feedback?about={Uri.EscapeDataString(about)}']").GetAttribute("href")!;
        var form = await family.PageAsync(link);
        form.MainText.ShouldContain(about);
        var sent = await form.SubmitAsync(family, "main form", ("Kind", nameof(CommentKind.Wrong)), ("Words", $"The time is wrong on {about}"));
        sent.Status.ShouldBe(HttpStatusCode.Redirect);
        sent.Response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await family.PageAsync("/feedback/thanks")).Heading.ShouldBe("Thank you");

        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        (await officer.PageAsync("/staff")).MainText.ShouldContain("new comment");
        var row = (await officer.PageAsync("/staff/feedback?state=new")).All("tbody tr").First(row => row.TextContent.Contains(about, StringComparison.Ordinal));
        var address = row.QuerySelector("a")!.GetAttribute("href")!;
        (await officer.PageAsync(address)).MainText.ShouldContain("A moderator reads the words before anybody else does");
        (await officer.DecideAsync(Guid.Parse(address.Split('/')[^1]), Moderation.Accepted)).Status.ShouldBe(HttpStatusCode.Redirect);
        var comment = await officer.PageAsync(address);
        comment.MainText.ShouldContain($"The time is wrong on {about}");

        (await comment.SubmitAsync(officer, "main form", ("State", nameof(CommentState.DealtWith)), ("Done", ""))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await comment.SubmitAsync(officer, "main form", ("State", nameof(CommentState.DealtWith)), ("Done", "We asked them and changed it."))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await officer.PageAsync(comment.Response.RequestMessage!.RequestUri!.AbsolutePath)).MainText.ShouldContain("We asked them and changed it.");
    }

    [Theory]
    [InlineData("", "Something", "Choose what it is about")]
    [InlineData("Wrong", "   ", "Write what you want to tell us")]
    [InlineData("Nonsense", "Something", "Choose what it is about")]
    public async Task Post_BadInput_SaysWhatToDoAndKeepsWhatWasTyped(string kind, string words, string message)
    {
        using var family = app.CreateClient();

        var page = await (await family.PageAsync("/feedback?about=/ehc-plans")).SubmitAsync(family, "main form", ("Kind", kind), ("Words", words));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.One(".summary").TextContent.ShouldContain(message);
        page.One("textarea[name=Words]").TextContent.Trim().ShouldBe(words.Trim());
        page.One("input[name=About]").GetAttribute("value").ShouldBe("/ehc-plans");
    }

    [Theory]
    [InlineData("//example.org/")]
    [InlineData("https://example.org/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/a b<script>")]
    public async Task Get_AboutSomethingElse_IsAboutTheWholeSite(string about)
    {
        var page = await app.GetAsync("/feedback?about=" + Uri.EscapeDataString(about));

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.MainText.ShouldNotContain("This is about");
        page.Body.ShouldNotContain(about);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "https://example.org", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.Redirect)]
    [InlineData("Origin", "https://localhost", HttpStatusCode.Redirect)]
    public async Task Post_FromAnotherSite_IsRefused(string header, string value, HttpStatusCode expected)
    {
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/feedback", UriKind.Relative));
        request.Headers.Add(header, value);
        request.Content = new FormUrlEncodedContent([new("Kind", nameof(CommentKind.Idea)), new("Words", "A thought")]);

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Post_TooOften_IsAskedToWait()
    {
        await using var limited = new App(cluster) { ConnectionString = app.ConnectionString };
        limited.Settings["Feedback:PerNetwork"] = "2";
        await limited.InitializeAsync();
        using var client = limited.CreateClient();
        List<HttpStatusCode> answers = [];
        var last = "";
        for (var time = 0; time < 3; time++)
        {
            using var form = new FormUrlEncodedContent([new("Kind", nameof(CommentKind.Idea)), new("Words", "A thought")]);
            using var response = await client.PostAsync(new Uri("/feedback", UriKind.Relative), form, TestContext.Current.CancellationToken);
            answers.Add(response.StatusCode);
            last = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }

        answers.ShouldBe([HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.TooManyRequests]);
        last.ShouldContain("Wait 10 minutes, then press the button again");
        last.ShouldContain("A thought", Case.Sensitive, "nothing is lost");
    }

    [Fact]
    public async Task PublicLogin_AddsAndCannotRead_AndWordsAreSealed()
    {
        using var family = app.CreateClient();
        var form = await family.PageAsync("/feedback");
        (await form.SubmitAsync(family, "main form", ("Kind", nameof(CommentKind.Thanks)), ("Words", "plain words of a family"))).Status.ShouldBe(HttpStatusCode.Redirect);

        await using var scope = app.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<FeedbackDbContext>();
        (await Should.ThrowAsync<PostgresException>(() => context.Comments.AnyAsync())).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);

        await using var inside = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Cli, "tests");
        var comments = inside.ServiceProvider.GetRequiredService<FeedbackDbContext>();
        (await comments.Comments.ToListAsync(TestContext.Current.CancellationToken)).ShouldContain(comment => comment.Words == "plain words of a family");
        (await comments.Database.SqlQuery<string>($"select encode(words, 'escape') as \"Value\" from feedback.comments").ToListAsync(TestContext.Current.CancellationToken))
            .ShouldAllBe(stored => !stored.Contains("plain words"));
    }
}
