using System.Net;
using Medway.LocalOffer.Feedback.Contracts;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Feedback.Features.SeeYouSaid;
using Medway.LocalOffer.Feedback.Tests.Support;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static Medway.LocalOffer.Feedback.Tests.Support.Themes;

namespace Medway.LocalOffer.Feedback.Tests;

[Proves("codesign")]
public sealed class ThemesTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData(1, "A few people said this.")]
    [InlineData(4, "A few people said this.")]
    [InlineData(6, "About 5 people said this.")]
    public async Task Comments_ModeratedAndAnswered_StandOnTheSiteInEasyReadAndInTheReportOfTheYear(int people, string counted)
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        using var publisher = await app.SignInAsAsync(Roles.Publisher);
        var said = $"We want more swings, say {people} of us.";
        List<Guid> comments = [];
        for (var one = 0; one < people; one++)
        {
            comments.Add(await app.CommentAsync($"Secret words {people}-{one} about swings"));
            await officer.DecideAsync(comments[^1], Moderation.Accepted);
        }

        var theme = await StartAsync(officer, said);
        var form = await officer.PageAsync(theme);
        (await WriteAsync(form, officer, "Send", comments)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.GetAsync("/you-said-we-did")).MainText.ShouldNotContain(said, Case.Sensitive, "nobody else has read it");

        var mine = await officer.PageAsync(theme + "/publish");
        mine.MainText.ShouldContain("somebody else has to read it");
        (await publisher.PageAsync("/staff")).MainText.ShouldContain(said);
        var second = await publisher.PageAsync(theme + "/publish");
        (await second.SubmitAsync(publisher, "main form", ("Answer", "no"))).One(".summary").TextContent.ShouldContain("should be different");
        (await second.SubmitAsync(publisher, "main form", ("Answer", "yes"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await second.SubmitAsync(publisher, "main form", ("Answer", "yes"))).Status.ShouldBe(HttpStatusCode.Conflict);

        var year = app.Clock.Today().Year;
        foreach (var address in new[] { "/you-said-we-did", $"/you-said-we-did?year={year}", $"/you-said-we-did/{year}" })
        {
            var page = await app.GetAsync(address);
            var line = page.All("section").Single(section => section.QuerySelector("h3")?.TextContent == said);
            line.TextContent.ShouldContain("We did this");
            line.TextContent.ShouldContain("We put up swings.");
            line.TextContent.ShouldContain(counted);
            line.QuerySelector("a[href='/things-to-do']").ShouldNotBeNull();
            line.QuerySelector("a[href='/short-breaks']").ShouldNotBeNull();
            page.Body.ShouldNotContain("Secret words");
        }

        (await app.GetAsync("/you-said-we-did/easy-read")).MainText.ShouldContain("There are swings now.");
        (await app.GetAsync($"/you-said-we-did/{year}")).Heading.ShouldBe($"What you told us in {year}, and what we did");
    }

    [Fact]
    public async Task Writer_CannotPublish_EvenByAForm()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        var comment = await app.CommentAsync("one about slides");
        await officer.DecideAsync(comment, Moderation.Accepted);
        var theme = await StartAsync(officer, "We want slides.");
        await WriteAsync(await officer.PageAsync(theme), officer, "Send", [comment]);
        using var other = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        var form = await other.PageAsync(theme + "/publish");

        // The writer takes the theme back and sends it again while the other one has the page open.
        await WriteAsync(await officer.PageAsync(theme), officer, "Send", [comment]);
        var token = (await officer.PageAsync(theme)).One("main form input[name=__RequestVerificationToken]").GetAttribute("value");
        (await form.SubmitAsync(officer, "main form", ("Answer", "yes"), ("__RequestVerificationToken", token))).One(".summary").TextContent.ShouldContain("somebody else has to read it");
        (await app.GetAsync("/you-said-we-did")).MainText.ShouldNotContain("We want slides.");
    }

    [Fact]
    public async Task Send_WithSomethingMissing_SaysAllOfItAndLosesNothing()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        var theme = await StartAsync(officer, "We want a map.");
        var form = await officer.PageAsync(theme);

        var page = await Submit(form, officer, "Send", ("Status", nameof(YouSaidStatus.Will)), ("Reply", "Ask Mrs Example about it."), ("BeforePath", "https://example.org"));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        var summary = page.One(".summary").TextContent;
        summary.ShouldContain("It lies ahead");
        summary.ShouldContain("a name");
        summary.ShouldContain("path of a page of this site");
        summary.ShouldContain("short sentences");
        page.One("textarea[name=Reply]").TextContent.ShouldContain("Mrs Example");
        (await Submit(form, officer, "", ("By.Day", "31"), ("By.Month", "2"), ("By.Year", "2027"))).One(".summary").TextContent.ShouldContain("Write a day");
        (await Submit(form, officer, "", ("Reply", "Half an answer"))).Status.ShouldBe(HttpStatusCode.Redirect, "a draft may be unfinished");
        (await officer.PageAsync(theme)).One("textarea[name=Reply]").TextContent.ShouldContain("Half an answer");
    }

    [Fact]
    public async Task YearsWithNothing_AreNotThere()
    {
        (await app.GetAsync("/you-said-we-did/1999")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.GetAsync("/you-said-we-did?year=nonsense")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Page_GathersLinesOfEveryModule_TheNewestFirst()
    {
        YouSaid Line(string source, int day) => new($"{day}", source, "Said.", "Said.", YouSaidStatus.Did, "Done.", "Done.", null, null, null, 3, new DateOnly(2026, 5, day));
        var handler = new SeeYouSaidHandler([new Fixed(Line("panel", 1), Line("panel", 3)), new Fixed(Line("comments", 2))]);

        var lines = (await handler.Handle(new SeeYouSaid(), Given.Now)).Value;

        lines.Select(line => (line.Source, line.Id)).ShouldBe([("panel", "3"), ("comments", "2"), ("panel", "1")]);
        lines.ShouldAllBe(line => ThemeWords.People(line.People) == "A few people said this.");
    }

    [Fact]
    public async Task PublicLogin_ReadsWhatIsPublished_AndNoTheme()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<FeedbackDbContext>();
        (await context.YouSaid.CountAsync(Given.Now)).ShouldBeGreaterThanOrEqualTo(0);
        await Should.ThrowAsync<PostgresException>(() => context.Themes.AnyAsync(Given.Now));
    }

    private sealed class Fixed(params YouSaid[] lines) : IYouSaid
    {
        public Task<IReadOnlyList<YouSaid>> PublishedAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<YouSaid>>(lines);
    }
}
