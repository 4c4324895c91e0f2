using System.Net;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Features.Staff.TakeDownDocument;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Content.Tests.Support;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Tests.Flow;

/// <summary>What the clock takes down. Its own host, because it moves the clock.</summary>
[Proves("content")]
public sealed class PlannedTakeDownTests(App app) : IClassFixture<App>
{
    private const string Form = "main form:not([action])";

    /// <summary>Noon of a summer's day in Medway.</summary>
    private static readonly DateTimeOffset Now = new(2027, 6, 1, 11, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Plan_ByTheForm_TakesThePageDownAtItsTimeInMedwayWithItsReason()
    {
        app.Clock.StandAt(Now);
        using var publisher = await app.SignInAsAsync(Roles.Publisher);
        var id = await app.LiveAsync("Summer club");
        await app.UntilAsync("/summer-club", page => page.Status == HttpStatusCode.OK);

        await PlanAsync(publisher, id, ("On.Day", "2"), ("On.Month", "6"), ("On.Year", "2027"), ("At", "09:30"));

        (await publisher.PageAsync($"/staff/content/pages/{id}")).MainText.ShouldContain("It will be taken down on 2 Jun 2027, 09:30");
        (await publisher.PageAsync("/staff/content/pages?state=leaving")).MainText.ShouldContain("Summer club");
        app.Clock.StandAt(new DateTimeOffset(2027, 6, 2, 8, 29, 0, TimeSpan.Zero));
        await app.RunJobsAsync();
        (await app.GetAsync("/summer-club")).MainText.ShouldNotContain("The summer is over.", Case.Sensitive, "half past nine in summer is half past eight in UTC");

        app.Clock.Move(TimeSpan.FromMinutes(2));
        await app.RunJobsAsync();
        await app.RunJobsAsync();

        (await app.UntilAsync("/summer-club", page => page.MainText.Contains("The summer is over.", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.OK);
        (await publisher.PageAsync($"/staff/content/pages/{id}")).MainText.ShouldNotContain("It will be taken down");
        (await app.ReadAsync(context => context.Database.SqlQuery<int>(
            $"select count(*)::int as \"Value\" from platform.audit_entries where name = 'content.page-taken-down' and subject_id = {id}").SingleAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Plan_BadTime_SaysWhatToDoAndKeepsWhatWasTyped()
    {
        app.Clock.StandAt(Now);
        using var publisher = await app.SignInAsAsync(Roles.Publisher);
        var id = await app.LiveAsync("Stays for now");
        foreach (var (when, day, month, year, time, message) in new[]
        {
            ("later", "1", "1", "2020", "09:30", "That time has passed"),
            ("later", "27", "3", "2028", "", "Write a time like 09:30"),
            ("later", "26", "3", "2028", "01:30", "The clocks go forward"),
            ("later", "29", "10", "2028", "01:30", "comes twice that night"),
            ("later", "", "", "", "", "Write a day, a month and a year"),
            ("now", "1", "7", "2027", "", "You wrote a day or a time"),
        })
        {
            var page = await (await publisher.PageAsync($"/staff/content/pages/{id}/take-down")).SubmitAsync(
                publisher, Form, ("Reason", nameof(TakenDownReason.Withdrawn)), ("Words", "It is over."), ("When", when),
                ("On.Day", day), ("On.Month", month), ("On.Year", year), ("At", time));

            page.Status.ShouldBe(HttpStatusCode.BadRequest, message);
            page.One(".summary").TextContent.ShouldContain(message);
            page.One("input[name='On.Day']").GetAttribute("value").ShouldBe(day);
            page.One("textarea[name=Words]").TextContent.Trim().ShouldBe("It is over.");
        }

        (await app.DocumentAsync(id)).TakenDown.ShouldBeNull();
        (await app.ReadAsync(context => context.PlannedTakeDowns.CountAsync(plan => plan.DocumentId == id))).ShouldBe(0);
    }

    [Fact]
    public async Task Plan_NewTextInBetween_StillEnds_UntilSomebodyKeepsIt()
    {
        app.Clock.StandAt(Now);
        using var publisher = await app.SignInAsAsync(Roles.Publisher);
        var ends = await app.LiveAsync("Ends all the same");
        var stays = await app.LiveAsync("Is kept");
        await PlanAsync(publisher, ends, ("On.Day", "3"), ("On.Month", "6"), ("On.Year", "2027"), ("At", "12:00"));
        await PlanAsync(publisher, stays, ("On.Day", "3"), ("On.Month", "6"), ("On.Year", "2027"), ("At", "12:00"));

        await app.SaveAsync(ends, new DraftFields("Ends all the same", "It has a new text.", "A new text.\n"));
        await app.SubmitAsync(ends);
        await app.ApproveAsync(ends);
        var page = await publisher.PageAsync($"/staff/content/pages/{stays}/take-down");
        (await page.SubmitAsync(publisher, "form[action*='handler=Keep']")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await page.SubmitAsync(publisher, "form[action*='handler=Keep']")).Status.ShouldBe(HttpStatusCode.Conflict, "there is no plan to end any more");
        app.Clock.StandAt(Now.AddDays(3));
        await app.RunJobsAsync();

        (await app.DocumentAsync(ends)).TakenDown.ShouldBe(TakenDownReason.Withdrawn);
        (await app.DocumentAsync(stays)).TakenDown.ShouldBeNull();
    }

    [Fact]
    public async Task Plan_ThatCannotBeCarriedOut_SaysSoAndDoesNotStopTheRest()
    {
        app.Clock.StandAt(Now);
        using var publisher = await app.SignInAsAsync(Roles.Publisher);
        var target = await app.LiveAsync("Says it instead");
        var fails = await app.LiveAsync("Leads nowhere");
        var goes = await app.LiveAsync("Goes in time");
        await PlanAsync(publisher, fails, ("Reason", nameof(TakenDownReason.Merged)), ("MergedInto", "/says-it-instead"), ("On.Day", "4"), ("On.Month", "6"), ("On.Year", "2027"), ("At", "09:00"));
        await PlanAsync(publisher, goes, ("Reason", nameof(TakenDownReason.PublishedInError)), ("On.Day", "4"), ("On.Month", "6"), ("On.Year", "2027"), ("At", "09:00"));
        (await app.SendAsync(Writing.Publisher, Roles.Publisher, new TakeDownDocument(target, nameof(TakenDownReason.PublishedInError), "", ""))).Ok();

        app.Clock.StandAt(Now.AddDays(4));
        await app.RunJobsAsync();

        (await app.UntilAsync("/goes-in-time", page => page.Status == HttpStatusCode.Gone)).Body.ShouldNotContain(Writing.Words.Trim());
        (await app.DocumentAsync(fails)).TakenDown.ShouldBeNull();
        using var later = await app.SignInAsAsync(Roles.Publisher);
        (await later.PageAsync("/staff")).MainText.ShouldContain("Was not taken down");
        (await later.PageAsync($"/staff/content/pages/{fails}/take-down")).MainText.ShouldContain("The page that says it now is not live itself");
    }

    private static async Task PlanAsync(HttpClient client, Guid id, params (string, string?)[] fields)
    {
        var page = await client.PageAsync($"/staff/content/pages/{id}/take-down");
        var done = await page.SubmitAsync(
            client, Form, [.. new (string Name, string?)[] { ("Reason", nameof(TakenDownReason.Withdrawn)), ("Words", "The summer is over."), ("When", "later") }.Where(field => !fields.Any(own => own.Item1 == field.Name)), .. fields]);
        done.Status.ShouldBe(HttpStatusCode.Redirect, done.MainText);
    }
}
