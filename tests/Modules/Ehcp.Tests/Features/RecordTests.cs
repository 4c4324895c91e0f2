using System.Net;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Tests.Features;

/// <summary>What happens on a record, by the forms that staff use.</summary>
[Collection(EhcpApp.Name)]
[Proves("ehcp")]
public sealed class RecordTests(App app)
{
    [Fact]
    public async Task Journey_FromRequestToFinal_WithOneExceptionAndOneLateAdviser_IsShownTruthfully()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var day0 = app.Today().AddDays(-160);
        var record = await staff.LoggedAsync(family.ChildId, day0);
        await staff.RecordedAsync(record, "Acknowledged", day0.AddDays(1));
        await staff.RecordedAsync(record, "DecidedToAssess", day0.AddDays(40));
        await staff.RecordedAsync(record, "AdviceRequested", day0.AddDays(41), ("Adviser", "School"));
        await staff.RecordedAsync(record, "AdviceRequested", day0.AddDays(41), ("Adviser", "Health"));
        await staff.RecordedAsync(record, "AdviceReceived", day0.AddDays(60), ("Adviser", "School"));
        var waiting = await staff.PageAsync(record);
        waiting.DateRow("Give advice: Health").ShouldContain("Late");
        waiting.DateRow("Give advice: School").ShouldContain("In time");
        waiting.MainText.ShouldContain("Gathering advice");

        await staff.RecordedAsync(
            record, "ExceptionClaimed", day0.AddDays(120),
            [("Limit", "T09"), ("Ground", "AwayFromTheArea"), ("Note", "Away with family, seen in the letter"), .. Given.Date("GroundFrom", day0.AddDays(80)), .. Given.Date("GroundTo", day0.AddDays(110))]);
        await staff.RecordedAsync(record, "AdviceReceived", day0.AddDays(121), ("Adviser", "Health"));
        await staff.RecordedAsync(record, "DecidedToIssue", day0.AddDays(122));
        await staff.RecordedAsync(record, "DraftServed", day0.AddDays(130), ("SentBy", "Portal"));

        var early = await staff.RecordAsync(record, "FinalSent", day0.AddDays(144));
        early.Status.ShouldBe(HttpStatusCode.BadRequest);
        early.One(".summary").TextContent.ShouldContain($"The final plan can leave on {day0.AddDays(145).Long()}");
        await staff.RecordedAsync(record, "DraftAnswered", day0.AddDays(143));
        await staff.RecordedAsync(record, "FinalSent", day0.AddDays(150));

        var page = await staff.PageAsync(record);
        page.MainText.ShouldContain("Plan in place");
        var final = page.DateRow("Send the final plan Why");
        final.ShouldContain(day0.AddDays(140).Short(), Case.Sensitive, "the exception moved nothing");
        final.ShouldContain("Done late: an exception applies");
        page.DateRow("Give advice: Health").ShouldContain("Done late");
        page.DateRow("Complete the review").ShouldContain(day0.AddDays(150).AddMonths(12).AddDays(-1).Short());
        (await app.TrailOfAsync(family.ChildId)).Count(name => name == EhcpAudit.Recorded.Name).ShouldBe(11);
    }

    [Fact]
    public async Task Draft_ThatCameBack_IsTakenBack_AndWhatWasBelievedCanStillBeAsked()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var day0 = app.Today().AddDays(-120);
        var record = await staff.LoggedAsync(family.ChildId, day0);
        await staff.RecordedAsync(record, "DecidedToAssess", day0.AddDays(30));
        await staff.RecordedAsync(record, "DecidedToIssue", day0.AddDays(80));
        await staff.RecordedAsync(record, "DraftServed", day0.AddDays(90), ("SentBy", "FirstClassPost"));
        var page = await staff.PageAsync(record);
        page.MainText.ShouldContain("First class post. Counts as served:");
        page.MainText.ShouldContain("2 working days later");
        page.DateRow("Answer the draft plan").ShouldContain("Over");

        var back = await staff.FillInAsync(page.All("section[aria-labelledby=events] a[href$='take-back']")[^1].GetAttribute("href")!, ("Reason", "The letter came back"));
        back.Status.ShouldBe(HttpStatusCode.Redirect);

        var after = await staff.PageAsync(record);
        after.All("section[aria-labelledby=dates] tbody tr").ShouldNotContain(row => row.TextContent.Contains("Answer the draft plan", StringComparison.Ordinal));
        after.MainText.ShouldContain("Taken back on");
        after.MainText.ShouldContain("The letter came back");
        var yesterday = app.Today().AddDays(-1);
        (await staff.PageAsync($"{record}?Then.Day={yesterday.Day}&Then.Month={yesterday.Month}&Then.Year={yesterday.Year}")).MainText.ShouldContain($"as it was believed on {yesterday.Long()}");
        (await staff.PageAsync($"{record}?Then.Day=31&Then.Month=2&Then.Year=26")).Status.ShouldBe(HttpStatusCode.BadRequest);

        // What others rest on cannot be taken back alone.
        var decision = after.All("section[aria-labelledby=events] a[href$='take-back']")[0].GetAttribute("href")!;
        var refused = await staff.FillInAsync(decision, ("Reason", "Wrong day"));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.One("[name=Reason]").TextContent.Trim().ShouldBe("Wrong day");
    }

    [Theory]
    [InlineData("DecidedToAssess", -1, null, null, "cannot be before it")]
    [InlineData("DecidedToAssess", 400, null, null, "has not come yet")]
    [InlineData("DecidedNotToAssess", 5, null, null, "Write the reasons")]
    [InlineData("ExceptionClaimed", 5, "Ground", "PersonalCircumstances", "Choose the limit")]
    public async Task Record_WithBadInput_SaysWhatIsWrong_AndKeepsWhatWasTyped(string kind, int days, string? field, string? value, string says)
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var day0 = app.Today().AddDays(-30);
        var record = await staff.LoggedAsync(family.ChildId, day0);

        var page = await staff.RecordAsync(record, kind, day0.AddDays(days), field is null ? [] : [(field, value)]);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.One(".summary").TextContent.ShouldContain(says);
        page.One("[name='On.Day']").GetAttribute("value").ShouldBe($"{day0.AddDays(days).Day}");
    }

    [Fact]
    public async Task Exception_WhoseTestTheLawDoesNotPass_IsRefusedInWords()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var day0 = app.Today().AddDays(-60);
        var record = await staff.LoggedAsync(family.ChildId, day0);

        var page = await staff.RecordAsync(
            record, "ExceptionClaimed", app.Today(),
            [("Limit", "T02"), ("Ground", "AwayFromTheArea"), ("Note", "Away"), .. Given.Date("GroundFrom", day0.AddDays(5)), .. Given.Date("GroundTo", day0.AddDays(20))]);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.One(".summary").TextContent.ShouldContain("four weeks or more");
    }

    [Fact]
    public async Task Record_WhatDoesNotFit_LeadsBackToTheRecord()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today());
        foreach (var kind in new[] { "FinalSent", "Nonsense", "" })
        {
            (await staff.PageAsync($"{record}/events/new?kind={kind}")).Status.ShouldBe(HttpStatusCode.Redirect, kind);
        }

        (await staff.PageAsync($"/staff/ehcp/records/{Guid.CreateVersion7()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await staff.PageAsync($"{record}/events/{Guid.CreateVersion7()}/take-back")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task OutOfCaseloadAndTeam_IsTheSameAsUnknown_InThePageTheListAndMyWork()
    {
        var family = await app.FamilyAsync();
        using var owner = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.EhcCoordinator, Scope.Everything)]);
        var record = await owner.Client.LoggedAsync(family.ChildId, app.Today().AddDays(-39), ("Team", "North"));
        using var other = await app.SignInAsync(new Grant(Roles.EhcCoordinator, Scope.Of(ScopeKind.Caseload, Guid.CreateVersion7())));
        using var team = await app.SignInAsync(new Grant(Roles.TeamManager, new Scope(ScopeKind.Team, "North")));
        using var south = await app.SignInAsync(new Grant(Roles.TeamManager, new Scope(ScopeKind.Team, "South")));

        foreach (var outside in new[] { other, south })
        {
            (await outside.PageAsync(record)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await outside.PageAsync($"{record}/events/new?kind=DecidedToAssess")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await outside.PageAsync("/staff/ehcp/records?show=all")).All($"a[href='{record}']").ShouldBeEmpty();
            (await outside.PageAsync("/staff")).All($"a[href='{record}']").ShouldBeEmpty();
        }

        (await team.PageAsync(record)).Status.ShouldBe(HttpStatusCode.OK);
        (await team.PageAsync("/staff/ehcp/records")).All($"a[href='{record}']").ShouldNotBeEmpty();
        (await owner.Client.PageAsync("/staff")).All($"a[href='{record}']").ShouldNotBeEmpty("the decision is due in three days");
        (await team.PageAsync($"/staff/people/{family.ChildId}")).Status.ShouldBe(HttpStatusCode.OK, "the child stands in the team");
        (await south.PageAsync($"/staff/people/{family.ChildId}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Late_StandsInTheTeamManagersWork_AndLeavesItWhenItIsDone()
    {
        var family = await app.FamilyAsync();
        using var coordinator = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await coordinator.LoggedAsync(family.ChildId, app.Today().AddDays(-50), ("Team", "Late team"));
        using var manager = await app.SignInAsync(new Grant(Roles.TeamManager, new Scope(ScopeKind.Team, "Late team")));

        (await manager.PageAsync("/staff")).All($"a[href='{record}']").ShouldNotBeEmpty();
        (await manager.PageAsync("/staff/ehcp/records?show=late")).All($"a[href='{record}']").ShouldNotBeEmpty();
        await coordinator.RecordedAsync(record, "DecidedToAssess", app.Today());
        (await manager.PageAsync("/staff")).All($"a[href='{record}']").ShouldBeEmpty();
    }

    [Fact]
    public async Task StoredText_IsEncrypted_AndThePublicLoginReadsNothing()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-3), ("Evidence", "Zanzibartext"));
        await staff.RecordedAsync(record, "DecidedNotToAssess", app.Today(), ("Note", "Quillreasons"));
        (await staff.PageAsync(record)).MainText.ShouldContain("Quillreasons");
        await using var owner = Npgsql.NpgsqlDataSource.Create(app.ConnectionString!);

        async Task<bool> HoldsAsync(string words)
        {
            await using var command = owner.CreateCommand(
                $"select exists (select from ehcp.records r where r::text like '%{words}%' or encode(r.evidence, 'escape') like '%{words}%')"
                + $" or exists (select from ehcp.events e where e::text like '%{words}%' or encode(e.note, 'escape') like '%{words}%')");
            return (bool)(await command.ExecuteScalarAsync(Given.Now))!;
        }

        (await HoldsAsync("Zanzibartext")).ShouldBeFalse();
        (await HoldsAsync("Quillreasons")).ShouldBeFalse();
        (await HoldsAsync("decided_not_to_assess")).ShouldBeTrue("the same query finds what is plain");
        await using var granted = owner.CreateCommand("select has_schema_privilege('web_public', 'ehcp', 'usage'), has_schema_privilege('web_private', 'ehcp', 'usage')");
        await using var rights = await granted.ExecuteReaderAsync(Given.Now);
        await rights.ReadAsync(Given.Now);
        (rights.GetBoolean(0), rights.GetBoolean(1)).ShouldBe((false, true));
    }
}
