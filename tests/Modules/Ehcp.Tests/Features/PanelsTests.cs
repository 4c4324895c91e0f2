using System.Net;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Tests.Features;

/// <summary>Panels, screening on receipt and the meeting after a no, by the forms that staff use.</summary>
[Collection(EhcpApp.Name)]
[Proves("ehcp")]
public sealed class PanelsTests(App app)
{
    private static readonly (string, string?)[] TwoAgencies = [("SendTeam", "Ann Example"), ("Health", "Bo Example, Cy Example")];

    [Fact]
    public async Task Stage1_FromTheMenuToTheDecision_IsAnEventOfTheRecord_AndTheFamilyReadsIt()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var day0 = app.Today().AddDays(-40);
        var record = await staff.LoggedAsync(family.ChildId, day0);
        (await staff.PageAsync("/staff")).All("a[href='/staff/ehcp/panels']").ShouldNotBeEmpty("it is in the menu");
        (await staff.PageAsync("/staff/ehcp/panels")).All("a[href='/staff/ehcp/panels/new']").ShouldNotBeEmpty();
        var held = await FreeDayAsync(PanelKind.Stage1);
        var panel = await PlannedAsync(staff, "Stage1", held);
        await PutOnAsync(staff, panel, record);
        (await staff.FillInAsync($"{panel}/attendance", TwoAgencies)).Status.ShouldBe(HttpStatusCode.Redirect);

        var decided = await DecideAsync(staff, panel, record, [("Outcome", "Assess"), ("Reasons", "Panelreasons"), .. Given.Date("ToldOn", held.AddDays(1))]);

        decided.Status.ShouldBe(HttpStatusCode.Redirect, decided.MainText);
        var events = await EventsAsync(family.ChildId);
        events.ShouldBe([(EventKind.RequestReceived, day0), (EventKind.HeardAtPanel, held), (EventKind.DecidedToAssess, held.AddDays(1))]);
        var page = await staff.PageAsync(panel);
        page.MainText.ShouldContain("Bo Example, Cy Example");
        page.MainText.ShouldContain("Panelreasons");
        (await staff.PageAsync($"{record}/pathway")).MainText.ShouldContain("There were: The council’s SEND team, Health");
        (await staff.PageAsync(record)).MainText.ShouldContain("Gathering advice");
        using var parent = await app.SignInFamilyAsync(family.ParentId);
        var own = await parent.PageAsync("/my/ehc-plan");
        own.MainText.ShouldContain("Gathering advice");
        own.MainText.ShouldNotContain("Panelreasons");
        own.MainText.ShouldNotContain("Bo Example");
        (await app.TrailOfAsync(family.ChildId)).ShouldContain(EhcpAudit.PanelDecided.Name);
        (await app.TrailOfAsync(family.ChildId)).ShouldContain(EhcpAudit.PanelViewed.Name);

        // It cannot be said twice, and the record has the decision once.
        (await staff.PageAsync(panel)).All("main a[href$='/decide']").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Ann Example", "")]
    [InlineData("Ann Example, Bo Example", "")]
    [InlineData("Ann Example", "ann example")]
    [InlineData("", "")]
    public async Task Panel_OfOneOfficerOrOneAgency_IsNone_AndNothingCanBeDecided(string team, string health)
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-40));
        var panel = await PlannedAsync(staff, "Stage1", await FreeDayAsync(PanelKind.Stage1));
        await PutOnAsync(staff, panel, record);

        var alone = await staff.FillInAsync($"{panel}/attendance", ("SendTeam", team), ("Health", health));

        alone.Status.ShouldBe(HttpStatusCode.BadRequest);
        (alone.One("[name=SendTeam]").GetAttribute("value") ?? "").ShouldBe(team);
        var page = await staff.PageAsync(panel);
        page.All("main a[href$='/decide']").ShouldBeEmpty();
        var item = await app.AskAsync(context => context.PanelItems.SingleAsync(item => item.RecordId == IdOf(record), Given.Now));
        (await staff.PageAsync($"{panel}/requests/{item.Id}/decide")).Status.ShouldBe(HttpStatusCode.Redirect);

        // Two agencies make it a panel.
        (await staff.FillInAsync($"{panel}/attendance", TwoAgencies)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await staff.PageAsync($"{panel}/requests/{item.Id}/decide")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task No_HasItsReasonsAndItsDay_AndAMeetingAfterItStandsInMyWork()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-40));
        var held = await FreeDayAsync(PanelKind.Stage1);
        var panel = await PlannedAsync(staff, "Stage1", held);
        await PutOnAsync(staff, panel, record);
        await staff.FillInAsync($"{panel}/attendance", TwoAgencies);
        var before = await staff.FillInAsync($"{record}/way-forward/new", [("State", "Held"), ("Note", "x"), .. Given.Date("On", app.Today())]);
        before.Status.ShouldBe(HttpStatusCode.BadRequest);
        before.One(".summary").TextContent.ShouldContain("for families who were told no");

        foreach (var (fields, says) in new[]
        {
            (new (string, string?)[] { ("Outcome", "DoNotAssess"), ("Reasons", "") }, "Write the reasons"),
            ([("Outcome", "DoNotAssess"), ("Reasons", "Kept")], "the day on which the family was told"),
            ([("Outcome", "DoNotAssess"), ("Reasons", "Kept"), .. Given.Date("ToldOn", held.AddDays(-1))], "cannot have been told before it"),
            ([("Outcome", "MakePlan"), ("Reasons", "Kept")], "This panel cannot say that"),
            ([("Outcome", ""), ("Reasons", "Kept")], "Choose what the panel said"),
            ([("Outcome", "DoNotAssess"), ("Reasons", "Kept"), ("ToldOn.Day", "3"), ("ToldOn.Month", "4"), ("ToldOn.Year", "25")], "four digits"),
        })
        {
            var bad = await DecideAsync(staff, panel, record, fields);
            bad.Status.ShouldBe(HttpStatusCode.BadRequest, says);
            bad.One(".summary").TextContent.ShouldContain(says);
            bad.One("[name=Reasons]").TextContent.Trim().ShouldBe(fields[1].Item2);
        }

        (await EventsAsync(family.ChildId)).Count.ShouldBe(1, "nothing was recorded");
        (await DecideAsync(staff, panel, record, [("Outcome", "DoNotAssess"), ("Reasons", "Needs are met"), .. Given.Date("ToldOn", held.AddDays(1))])).Status.ShouldBe(HttpStatusCode.Redirect);
        (await EventsAsync(family.ChildId))[^1].ShouldBe((EventKind.DecidedNotToAssess, held.AddDays(1)));
        (await staff.PageAsync("/staff")).All($"a[href='{record}/way-forward/new']").ShouldNotBeEmpty("a meeting after a no is offered");

        (await staff.FillInAsync($"{record}/way-forward/new", [("State", "Planned"), ("Note", "School and family"), .. Given.Date("On", app.Today().AddDays(-1))])).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await staff.FillInAsync($"{record}/way-forward/new", [("State", "Planned"), ("Note", "School and family"), .. Given.Date("On", app.Today().AddDays(5))])).Status.ShouldBe(HttpStatusCode.Redirect);
        (await staff.PageAsync($"{record}/pathway")).MainText.ShouldContain("School and family");
        (await staff.PageAsync("/staff")).All($"a[href='{record}/way-forward/new']").ShouldBeEmpty();
    }

    [Fact]
    public async Task Request_ThatComesBack_HasNotBeenHeard_AndCanBePutOnTheNextPanel()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-40));
        var panel = await PlannedAsync(staff, "Stage1", await FreeDayAsync(PanelKind.Stage1));
        await PutOnAsync(staff, panel, record);
        await staff.FillInAsync($"{panel}/attendance", TwoAgencies);
        var next = await PlannedAsync(staff, "Stage1", await FreeDayAsync(PanelKind.Stage1));
        (await staff.PageAsync($"{next}/requests/new")).All($"option[value='{IdOf(record)}']").ShouldBeEmpty("it waits for one panel at a time");
        (await staff.PageAsync("/staff")).All($"a[href='{panel}']").ShouldNotBeEmpty("a panel that has met stands in My work");

        (await DecideAsync(staff, panel, record, ("Outcome", "ComesBack"), ("Reasons", "A report was missing"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await EventsAsync(family.ChildId)).Select(one => one.Kind).ShouldBe([EventKind.RequestReceived]);
        await PutOnAsync(staff, next, record);
        (await staff.PageAsync("/staff")).All($"a[href='{panel}']").ShouldBeEmpty();
    }

    [Fact]
    public async Task Stage2_DecidesWhetherThereWillBeAPlan_AndTheMonthlyPanelDecidesNothing()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var day0 = app.Today().AddDays(-90);
        var record = await staff.LoggedAsync(family.ChildId, day0);
        await staff.RecordedAsync(record, "DecidedToAssess", day0.AddDays(30));
        var complex = await PlannedAsync(staff, "ComplexNeeds", await FreeDayAsync(PanelKind.ComplexNeeds));
        await PutOnAsync(staff, complex, record);
        await staff.FillInAsync($"{complex}/attendance", TwoAgencies);
        (await DecideAsync(staff, complex, record, ("Outcome", "Discussed"), ("Reasons", "Health and care visit together"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await EventsAsync(family.ChildId)).Count.ShouldBe(2);
        var held = await FreeDayAsync(PanelKind.Stage2);
        var panel = await PlannedAsync(staff, "Stage2", held);
        await PutOnAsync(staff, panel, record);
        await staff.FillInAsync($"{panel}/attendance", TwoAgencies);

        (await DecideAsync(staff, panel, record, ("Outcome", "MakePlan"), ("Reasons", "Advice shows the needs"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await EventsAsync(family.ChildId))[^1].ShouldBe((EventKind.DecidedToIssue, held));
        (await staff.PageAsync(record)).MainText.ShouldContain("Writing the draft plan");
    }

    /// <summary>A decision that does not fit the record is refused by the operation that records every event, and the panel keeps nothing either.</summary>
    [Fact]
    public async Task Decision_ThatTheRecordRefuses_LeavesNothingOnThePanel()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-40));
        var held = await FreeDayAsync(PanelKind.Stage1);
        var panel = await PlannedAsync(staff, "Stage1", held);
        await PutOnAsync(staff, panel, record);
        await staff.FillInAsync($"{panel}/attendance", TwoAgencies);
        var form = await OpenDecideAsync(staff, panel, record);
        await staff.RecordedAsync(record, "DecidedToAssess", app.Today());

        var refused = await form.SubmitAsync(staff, "main form[method=post]", [("Outcome", "DoNotAssess"), ("Reasons", "Too late"), .. Given.Date("ToldOn", app.Today())]);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.One(".summary").TextContent.ShouldContain("does not fit what has been recorded");
        (await EventsAsync(family.ChildId)).Select(one => one.Kind).ShouldBe([EventKind.RequestReceived, EventKind.DecidedToAssess]);
        (await app.AskAsync(context => context.PanelItems.SingleAsync(item => item.RecordId == IdOf(record), Given.Now))).Outcome.ShouldBeNull();
    }

    [Fact]
    public async Task Decision_SentTwiceAtOnce_IsRecordedOnce()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-40));
        var held = await FreeDayAsync(PanelKind.Stage1);
        var panel = await PlannedAsync(staff, "Stage1", held);
        await PutOnAsync(staff, panel, record);
        await staff.FillInAsync($"{panel}/attendance", TwoAgencies);
        var form = await OpenDecideAsync(staff, panel, record);

        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            form.SubmitAsync(staff, "main form[method=post]", [("Outcome", "Assess"), ("Reasons", "Once"), .. Given.Date("ToldOn", held)])));

        pages.ShouldAllBe(page => (int)page.Status < 500);
        (await EventsAsync(family.ChildId)).Count(one => one.Kind == EventKind.DecidedToAssess).ShouldBe(1);
    }

    [Fact]
    public async Task Screening_StandsInMyWork_IsWrittenDownOnce_WithOutcomeAndWho()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var received = app.Today().AddDays(-2);
        var record = await staff.LoggedAsync(family.ChildId, received);
        (await staff.PageAsync(record)).All($"a[href='{record}/pathway']").ShouldNotBeEmpty();
        (await staff.PageAsync("/staff")).All($"a[href='{record}/screening/new']").ShouldNotBeEmpty();
        var early = await staff.FillInAsync($"{record}/screening/new", [("Outcome", "ReadyForPanel"), ("Note", "Kept"), .. Given.Date("ScreenedOn", received.AddDays(-1))]);
        early.Status.ShouldBe(HttpStatusCode.BadRequest);
        early.One("[name=Note]").TextContent.Trim().ShouldBe("Kept");
        var none = await staff.FillInAsync($"{record}/screening/new", ("Outcome", ""), ("Note", ""));
        none.One(".summary").TextContent.ShouldContain("Choose what you found");

        var form = await staff.PageAsync($"{record}/screening/new");
        (string, string?)[] fields = [("Outcome", "MoreAskedFor"), ("Note", "Screeningnote"), .. Given.Date("ScreenedOn", received)];
        var pages = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => form.SubmitAsync(staff, "main form[method=post]", fields)));

        pages.Count(page => page.Status == HttpStatusCode.Redirect).ShouldBe(1);
        var page = await staff.PageAsync($"{record}/pathway");
        page.MainText.ShouldContain("More was asked for; the clock runs on");
        page.MainText.ShouldContain("by Test Account");
        page.MainText.ShouldContain("Screeningnote");
        (await staff.PageAsync("/staff")).All($"a[href='{record}/screening/new']").ShouldBeEmpty();
        (await staff.PageAsync(record)).DateRow("Decide whether to assess").ShouldContain(received.AddDays(42).Short(), Case.Sensitive, "nothing has moved");
    }

    [Fact]
    public async Task OutOfCaseload_IsCountedAndNotShown_AndCannotBePutOnAPanel()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-30));
        var panel = await PlannedAsync(staff, "Stage1", await FreeDayAsync(PanelKind.Stage1, ahead: true));
        using var other = await app.SignInAsync(new Grant(Roles.EhcCoordinator, Scope.Of(ScopeKind.Caseload, Guid.CreateVersion7())));
        (await other.PageAsync($"{panel}/requests/new")).All($"option[value='{IdOf(record)}']").ShouldBeEmpty();
        (await staff.PageAsync($"{panel}/requests/new")).All($"option[value='{IdOf(record)}']").ShouldNotBeEmpty();
        await PutOnAsync(staff, panel, record);

        var page = await other.PageAsync(panel);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.All($"a[href='{record}']").ShouldBeEmpty();
        page.MainText.ShouldContain("One request on it is in somebody else’s caseload or team");
        (await other.PageAsync($"{record}/pathway")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.PageAsync($"{record}/screening/new")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await staff.PageAsync(panel)).All($"a[href='{record}']").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Plan_WithBadInput_SaysWhatIsWrong_AndTheSamePanelTwiceIsAnswered()
    {
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var day = await FreeDayAsync(PanelKind.Stage2);
        await PlannedAsync(staff, "Stage2", day);
        foreach (var (kind, typed, says) in new[]
        {
            ("Stage2", day, "There is such a panel"), ("", day, "Choose which panel"), ("Stage1", app.Today().AddYears(3), "more than a year away"), ("Stage1", app.Today().AddYears(-3), "more than a year ago"),
        })
        {
            var page = await staff.FillInAsync("/staff/ehcp/panels/new", [("Kind", kind), .. Given.Date("HeldOn", typed)]);
            page.Status.ShouldBe(HttpStatusCode.BadRequest, says);
            page.One(".summary").TextContent.ShouldContain(says);
        }

        (await staff.PageAsync($"/staff/ehcp/panels/{Guid.CreateVersion7()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Guid IdOf(string record) => Guid.Parse(record.Split('/')[^1]);

    /// <summary>A day before yesterday, or after tomorrow, on which no panel of this kind meets: the tests share one database.</summary>
    private Task<DateOnly> FreeDayAsync(PanelKind kind, bool ahead = false) => app.AskAsync(async context =>
    {
        var taken = await context.Panels.Where(panel => panel.Kind == kind).Select(panel => panel.HeldOn).ToListAsync(Given.Now);
        return Enumerable.Range(2, 300).Select(days => app.Today().AddDays(ahead ? days : -days)).First(day => !taken.Contains(day));
    });

    private static async Task<string> PlannedAsync(HttpClient staff, string kind, DateOnly day)
    {
        var page = await staff.FillInAsync("/staff/ehcp/panels/new", [("Kind", kind), .. Given.Date("HeldOn", day)]);
        page.Status.ShouldBe(HttpStatusCode.Redirect, page.MainText);
        return page.Response.Headers.Location!.ToString().Split('#')[0];
    }

    private static async Task PutOnAsync(HttpClient staff, string panel, string record)
    {
        var page = await staff.FillInAsync($"{panel}/requests/new", ("RecordId", $"{IdOf(record)}"));
        page.Status.ShouldBe(HttpStatusCode.Redirect, page.MainText);
    }

    private async Task<Page> OpenDecideAsync(HttpClient staff, string panel, string record)
    {
        var item = await app.AskAsync(context => context.PanelItems.SingleAsync(item => item.RecordId == IdOf(record) && item.PanelId == IdOf(panel), Given.Now));
        return await staff.PageAsync($"{panel}/requests/{item.Id}/decide");
    }

    private async Task<Page> DecideAsync(HttpClient staff, string panel, string record, params (string, string?)[] fields) =>
        await (await OpenDecideAsync(staff, panel, record)).SubmitAsync(staff, "main form[method=post]", fields);

    private Task<List<(EventKind Kind, DateOnly On)>> EventsAsync(Guid child) => app.AskAsync(async context =>
        (await context.Events.Where(one => one.WithdrawnAt == null && context.Records.Any(record => record.Id == one.RecordId && record.ChildId == child))
            .OrderBy(one => one.HappenedOn).ThenBy(one => one.RecordedAt).ToListAsync(Given.Now)).ConvertAll(one => (one.Kind, one.HappenedOn)));
}
