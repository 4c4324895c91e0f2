using System.Net;
using Medway.LocalOffer.Feedback.Complaints;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Feedback.Tests.Support;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medway.LocalOffer.Feedback.Tests;

[Proves("codesign")]
public sealed class ComplaintsTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Complaint_GoesThroughBothStages_AndIsRedInWordsWhenLate()
    {
        var (id, reference) = await ComplainAsync(nameof(ComplaintKind.Service), "Nobody called us back.");
        using var first = await app.SignInAsAsync(Roles.ComplaintsOfficer);
        (await first.PageAsync("/staff")).MainText.ShouldContain($"{reference}: Say that we have it");
        await using (var scope = app.Inside())
        {
            var days = scope.ServiceProvider.GetRequiredService<WorkingDays>();
            var stage = await app.ReadAsync(context => context.ComplaintStages.AsNoTracking().SingleAsync(stage => stage.ComplaintId == id, Given.Now));
            (stage.AcknowledgeBy, stage.ReplyBy).ShouldBe((days.Add(stage.StartedOn, 3), days.Add(stage.StartedOn, 10)));
        }

        app.Clock.Move(TimeSpan.FromDays(8));
        using var officer = await app.SignInAsAsync(Roles.ComplaintsOfficer);
        var late = (await officer.PageAsync("/staff/complaints")).All("tbody tr").Single(row => row.TextContent.Contains(reference, StringComparison.Ordinal));
        late.QuerySelector(".state--late")!.TextContent.ShouldStartWith("Late by");

        var page = await officer.PageAsync($"/staff/complaints/{id}");
        page.MainText.ShouldContain("Nobody called us back.");
        page.MainText.ShouldContain("robin@example.org");
        (await page.SubmitAsync(officer, "form#acknowledge")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await page.SubmitAsync(officer, "form#acknowledge")).Status.ShouldBe(HttpStatusCode.Conflict);
        var refused = await page.SubmitAsync(officer, "form#answer", ("Answer", "We are sorry."), ("Theme", ""));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.One("textarea[name=Answer]").TextContent.ShouldContain("We are sorry.");
        (await page.SubmitAsync(officer, "form#answer", ("Answer", "We are sorry."), ("Theme", nameof(ComplaintTheme.NoReply)))).Status.ShouldBe(HttpStatusCode.Redirect);

        page = await officer.PageAsync($"/staff/complaints/{id}");
        (await page.SubmitAsync(officer, "form#stage-2")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await page.SubmitAsync(officer, "form#stage-2")).Status.ShouldBe(HttpStatusCode.Conflict);
        await using (var scope = app.Inside())
        {
            var days = scope.ServiceProvider.GetRequiredService<WorkingDays>();
            var stage = await app.ReadAsync(context => context.ComplaintStages.AsNoTracking().SingleAsync(stage => stage.ComplaintId == id && stage.Number == 2, Given.Now));
            (stage.AcknowledgeBy, stage.ReplyBy).ShouldBe((days.Add(stage.StartedOn, 3), days.Add(stage.StartedOn, 20)));
        }

        page = await officer.PageAsync($"/staff/complaints/{id}");
        (await page.SubmitAsync(officer, "form#answer", ("Answer", "We looked again."), ("Theme", nameof(ComplaintTheme.NoReply)))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await officer.PageAsync($"/staff/complaints/{id}")).MainText.ShouldContain("Ombudsman can look at it");
        app.Clock.Run();
    }

    [Fact]
    public async Task DataProtection_IsAcknowledgedIn30Days_AndHasOneStage()
    {
        var (id, _) = await ComplainAsync(nameof(ComplaintKind.DataProtection), "A letter went to the wrong house.");
        var stage = await app.ReadAsync(context => context.ComplaintStages.AsNoTracking().SingleAsync(stage => stage.ComplaintId == id, Given.Now));
        (stage.AcknowledgeBy, stage.ReplyBy).ShouldBe((stage.StartedOn.AddDays(30), null));

        using var officer = await app.SignInAsAsync(Roles.DataProtectionOfficer);
        var page = await officer.PageAsync($"/staff/data-complaints/{id}");
        (await page.SubmitAsync(officer, "form#answer", ("Answer", "We told them to send it back."), ("Theme", nameof(ComplaintTheme.SharedWrongly)))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await officer.PageAsync($"/staff/data-complaints/{id}")).MainText.ShouldContain("The Information Commissioner’s Office can look at it");
    }

    [Fact]
    public async Task DataProtection_IsReadByTheDataProtectionOfficerAlone_AndOtherComplaintsAreNot()
    {
        var (about, reference) = await ComplainAsync(nameof(ComplaintKind.DataProtection), "A plainly private letter went astray.");
        var (service, other) = await ComplainAsync(nameof(ComplaintKind.Service), "Nobody called, plainly.");
        using var data = await app.SignInAsAsync(Roles.DataProtectionOfficer);
        using var officer = await app.SignInAsAsync(Roles.ComplaintsOfficer);

        // Each finds their own in My work and in their list, and not the other's.
        foreach (var (client, mine, theirs, list) in new[] { (data, reference, other, "/staff/data-complaints"), (officer, other, reference, "/staff/complaints") })
        {
            var work = (await client.PageAsync("/staff")).MainText;
            work.ShouldContain(mine);
            work.ShouldNotContain(theirs);
            var listed = (await client.PageAsync(list)).MainText;
            listed.ShouldContain(mine);
            listed.ShouldNotContain(theirs);
        }

        (await data.PageAsync($"/staff/data-complaints/{about}")).MainText.ShouldContain("plainly private");
        (await officer.PageAsync($"/staff/complaints/{service}")).MainText.ShouldContain("Nobody called, plainly.");
        (await officer.PageAsync($"/staff/data-complaints/{about}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await data.PageAsync($"/staff/complaints/{service}")).Status.ShouldBe(HttpStatusCode.Forbidden);

        // Through the wrong door it is not there, nor answered by a form that was made for another one.
        (await officer.PageAsync($"/staff/complaints/{about}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await data.PageAsync($"/staff/data-complaints/{service}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var form = await officer.PageAsync($"/staff/complaints/{service}");
        form.One("form#answer").SetAttribute("action", $"/staff/complaints/{about}");
        (await form.SubmitAsync(officer, "form#answer", ("Answer", "Not mine to answer."), ("Theme", nameof(ComplaintTheme.NoReply)))).Status.ShouldBe(HttpStatusCode.NotFound);
        using var everybodyElse = await app.SignInAsync([.. Roles.OfStaff.Where(role => role != Roles.DataProtectionOfficer).Select(role => new Grant(role, Scope.Everything))]);
        (await everybodyElse.PageAsync($"/staff/data-complaints/{about}")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Page_PointsToWhoElseHelps_AndBadInputLosesNothing()
    {
        using var family = app.CreateClient();
        var form = await family.PageAsync("/complain");
        form.All("a[href='/services/medway-sendiass']").ShouldNotBeEmpty();
        form.MainText.ShouldContain("Ombudsman");
        form.MainText.ShouldContain("The council has yet to confirm these times");

        var page = await form.SubmitAsync(family, "main form", ("Words", "It went wrong"), ("ReplyTo", new string('x', 400)));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        foreach (var message in new[] { "Choose what it is about", "Choose yes or no", "That is a little long" })
        {
            page.One(".summary").TextContent.ShouldContain(message);
        }

        page.One("textarea[name=Words]").TextContent.ShouldContain("It went wrong");
        (await app.GetAsync("/complain/thanks?reference=<b>x")).MainText.ShouldNotContain("number is");
    }

    [Fact]
    public async Task PublicLogin_AddsAndCannotRead_AndWordsAndContactAreSealed()
    {
        var (id, _) = await ComplainAsync(nameof(ComplaintKind.Service), "plainly a complaint");
        await using var scope = app.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<FeedbackDbContext>();
        (await Should.ThrowAsync<PostgresException>(() => context.Complaints.AnyAsync(Given.Now))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await Should.ThrowAsync<PostgresException>(() => context.PageVotes.AnyAsync(Given.Now))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await EverythingStored.FindAsync(app.Services, app.ConnectionString!, ["plainly a complaint", "robin@example.org"])).ShouldAllBe(found => found.StartsWith("feedback.complaints.", StringComparison.Ordinal));
        (await app.ReadAsync(inside => inside.Complaints.AsNoTracking().SingleAsync(complaint => complaint.Id == id, Given.Now))).ReplyTo.ShouldContain("robin@example.org");
    }

    [Fact]
    public void Clock_BeyondTheBankHolidays_KeepsTheComplaintAndNamesNoDay()
    {
        using var scope = app.Inside();
        var stage = scope.ServiceProvider.GetRequiredService<ComplaintClock>().Start(Guid.CreateVersion7(), ComplaintKind.Service, 1, new DateOnly(2099, 1, 1));
        (stage.AcknowledgeBy, stage.ReplyBy, ComplaintWords.Due(stage.NextDue, app.Clock.Today())).ShouldBe((null, null, "No day is set"));
    }

    private async Task<(Guid Id, string Reference)> ComplainAsync(string kind, string words)
    {
        using var family = app.CreateClient();
        var sent = await (await family.PageAsync("/complain")).SubmitAsync(
            family, "main form", ("Kind", kind), ("Ehc", "yes"), ("Words", words), ("ReplyTo", "Robin Example, robin@example.org"));
        sent.Status.ShouldBe(HttpStatusCode.Redirect, sent.MainText);
        var address = sent.Response.Headers.Location!.OriginalString;
        var reference = address.Split('=')[1];
        (await family.PageAsync(address)).MainText.ShouldContain(reference);
        return ((await app.ReadAsync(context => context.Complaints.AsNoTracking().SingleAsync(complaint => complaint.Reference == reference, Given.Now))).Id, reference);
    }
}
