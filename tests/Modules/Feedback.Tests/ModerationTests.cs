using System.Net;
using Medway.LocalOffer.Feedback.Contracts;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Feedback.Tests.Support;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Feedback.Tests;

[Proves("codesign")]
public sealed class ModerationTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Queue_IsOldestFirst_AndEmptiesOneByOne()
    {
        using var moderator = await app.SignInAsAsync(Roles.Moderator);
        var first = await app.CommentAsync("the first of two");
        app.Clock.Move(TimeSpan.FromMinutes(5));
        var second = await app.CommentAsync("the second of two");

        (await moderator.PageAsync("/staff")).MainText.ShouldContain("to read first");
        var links = (await moderator.PageAsync("/staff/feedback/moderate")).All("tbody a").Select(link => link.GetAttribute("href")!).ToList();
        links.IndexOf($"/staff/feedback/{first}/moderate").ShouldBeLessThan(links.IndexOf($"/staff/feedback/{second}/moderate"));

        (await moderator.DecideAsync(first, Moderation.Accepted)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await moderator.PageAsync("/staff/feedback/moderate")).Body.ShouldNotContain($"{first}");
    }

    [Fact]
    public async Task WordsRemoved_PassesOnWhatStays_AndTheOriginalIsSealed()
    {
        using var moderator = await app.SignInAsAsync(Roles.Moderator);
        var id = await app.CommentAsync("more swings, my name is Sealed Example", anyway: true);

        var again = await moderator.DecideAsync(id, Moderation.WordsRemoved, ("Words", "more swings, my name is Sealed"));
        again.Status.ShouldBe(HttpStatusCode.BadRequest);
        again.One(".summary").TextContent.ShouldContain("Take it out");
        again.One("textarea[name=Words]").TextContent.ShouldContain("more swings", Case.Sensitive, "nothing is lost");
        (await moderator.DecideAsync(id, Moderation.WordsRemoved, ("Words", "more swings"))).Status.ShouldBe(HttpStatusCode.Redirect);

        using var officer = await app.SignInAsAsync(Roles.ComplaintsOfficer);
        var seen = await officer.PageAsync($"/staff/feedback/{id}");
        seen.MainText.ShouldContain("more swings");
        seen.Body.ShouldNotContain("Sealed");
        (await moderator.PageAsync($"/staff/feedback/{id}/moderate")).Body.ShouldNotContain("Sealed");
        (await app.ReadAsync(context => context.Comments.AsNoTracking().SingleAsync(comment => comment.Id == id, Given.Now))).Words.ShouldContain("Sealed", Case.Sensitive, "the original is kept");
    }

    [Fact]
    public async Task NotForPublishing_NeedsAReason_AndStandsInNoTheme()
    {
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        var id = await app.CommentAsync("not for the public");

        (await officer.DecideAsync(id, Moderation.NotForPublishing)).One(".summary").TextContent.ShouldContain("Choose why");
        (await officer.DecideAsync(id, Moderation.NotForPublishing, ("WhyNot", nameof(WhyNot.AboutOnePerson)))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await officer.PageAsync($"/staff/feedback/{id}")).MainText.ShouldContain("A complaint about help for one person");
        var started = await (await officer.PageAsync("/staff/feedback/themes")).SubmitAsync(officer, "main form", ("Said", "Nothing is for the public."));
        (await officer.PageAsync(started.Response.Headers.Location!.OriginalString)).Body.ShouldNotContain($"{id}");
    }

    [Fact]
    public async Task Worried_LocksIt_AndTheSafeguardingLeadHearsAtOnce()
    {
        await using (var scope = app.Inside())
        {
            await scope.ServiceProvider.GetRequiredService<SettingsWriter>().SetAsync(Safeguarding.Mailbox, "lead@example.org", "A test", Given.Now);
        }

        using var moderator = await app.SignInAsAsync(Roles.Moderator);
        using var officer = await app.SignInAsAsync(Roles.LocalOfferOfficer);
        using var lead = await app.SignInAsAsync(Roles.SafeguardingLead);
        var id = await app.CommentAsync("a worrying thing");
        (await moderator.DecideAsync(id, Moderation.Worried)).Status.ShouldBe(HttpStatusCode.Redirect);

        (await lead.PageAsync("/staff")).MainText.ShouldContain("somebody is worried about");
        var asked = (await app.AskedForAsync("feedback.worried")).ShouldHaveSingleItem();
        asked.Values.Values.ShouldAllBe(value => !value.Contains("worrying thing"), "no words in an e-mail");
        foreach (var client in new[] { moderator, officer })
        {
            foreach (var address in new[] { $"/staff/feedback/{id}", $"/staff/feedback/{id}/moderate", "/staff/feedback", $"/staff/feedback/worries/{id}" })
            {
                (await client.PageAsync(address)).Body.ShouldNotContain("a worrying thing", Case.Sensitive, address);
            }
        }

        var worry = await lead.PageAsync($"/staff/feedback/worries/{id}");
        worry.MainText.ShouldContain("a worrying thing");
        (await worry.SubmitAsync(lead, "main form", ("Note", ""))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await worry.SubmitAsync(lead, "main form", ("Note", "I called the school."))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await worry.SubmitAsync(lead, "main form", ("Note", "Twice."))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await lead.PageAsync($"/staff/feedback/worries/{id}")).MainText.ShouldContain("I called the school.");
    }

    [Fact]
    public async Task Decision_WhenSomebodyElseDecidedFirst_Fails()
    {
        using var one = await app.SignInAsAsync(Roles.Moderator);
        using var other = await app.SignInAsAsync(Roles.Moderator);
        var id = await app.CommentAsync("two read it at once");
        var mine = await one.PageAsync($"/staff/feedback/{id}/moderate");
        var theirs = await other.PageAsync($"/staff/feedback/{id}/moderate");

        (await theirs.SubmitAsync(other, "main form", ("Decision", nameof(Moderation.WordsRemoved)), ("Words", "two read it"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var refused = await mine.SubmitAsync(one, "main form", ("Decision", nameof(Moderation.Accepted)));

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.One(".summary").TextContent.ShouldContain("Somebody else decided");
        var kept = await app.ReadAsync(context => context.Comments.AsNoTracking().SingleAsync(comment => comment.Id == id, Given.Now));
        (kept.Moderation, kept.PassedOn).ShouldBe((Moderation.WordsRemoved, "two read it"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Waiting")]
    [InlineData("Nonsense")]
    [InlineData("1")]
    public async Task Decision_ThatIsNone_SaysWhatToDo(string decision)
    {
        using var moderator = await app.SignInAsAsync(Roles.Moderator);
        var id = await app.CommentAsync($"decision [{decision}]");

        var page = await (await moderator.PageAsync($"/staff/feedback/{id}/moderate")).SubmitAsync(moderator, "main form", ("Decision", decision));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.One(".summary").TextContent.ShouldContain("Choose what becomes of it");
    }

    [Fact]
    public async Task ViewsAndDecisions_AreWrittenDown()
    {
        using var moderator = await app.SignInAsAsync(Roles.Moderator);
        var id = await app.CommentAsync("who looked at this");
        await moderator.DecideAsync(id, Moderation.Accepted);

        var names = await app.ReadAsync(context => context.Database.SqlQuery<string>($"select name as \"Value\" from platform.audit_entries where subject_id = {id}").ToListAsync(Given.Now));
        names.ShouldContain(FeedbackAudit.Opened.Name);
        names.ShouldContain(FeedbackAudit.Moderated.Name);
    }
}
