using System.Net;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Ehcp.Tests.Features;

/// <summary>The yearly review, a move of phase and the end of a plan, walked through by the forms; and how far officers look ahead.</summary>
[Proves("ehcp")]
public sealed class ReviewTests(PostgresCluster cluster) : IAsyncLifetime
{
    private readonly App app = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        app.Clock.StandAt(new DateTimeOffset(2026, 3, 3, 10, 0, 0, TimeSpan.Zero));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>The last day of the 12 months is the anniversary minus one day (Children and Families Act 2014, s44(1)): exactly at the edge, and a day beyond it.</summary>
    [Theory]
    [InlineData(-1, "overdue")]
    [InlineData(0, "6")]
    [InlineData(42, "6")]
    [InlineData(43, "12")]
    [InlineData(84, "12")]
    [InlineData(85, "26")]
    [InlineData(182, "26")]
    [InlineData(183, "none")]
    public async Task LookAhead_ShowsAReviewExactlyWithinItsWeeks(int days, string first)
    {
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await InPlaceAsync(staff, app.Today().AddDays(days).AddDays(1).AddMonths(-12));
        (await staff.PageAsync("/staff")).All("a[href='/staff/ehcp/reviews']").ShouldNotBeEmpty("it is in the menu");

        var found = new List<string>();
        foreach (var within in new[] { "overdue", "6", "12", "26" })
        {
            var page = await staff.PageAsync($"/staff/ehcp/reviews?what=review{(within == "26" ? "" : $"&within={within}")}");
            if (page.All($"main tbody a[href='{record}']").Count > 0)
            {
                found.Add(within);
            }
        }

        string[] expected = first switch
        {
            "overdue" => ["overdue", "26"],
            "6" => ["6", "12", "26"],
            "12" => ["12", "26"],
            "26" => ["26"],
            _ => [],
        };
        found.ShouldBe(expected);
        (await staff.PageAsync("/staff")).All($"a[href='{record}/events/new?kind=ReviewMeetingSet']").Count.ShouldBe(first is "overdue" or "6" or "12" ? 1 : 0, "My work asks for a meeting twelve weeks ahead");
    }

    [Fact]
    public async Task Review_FromMeetingToChangedPlan_SetsEachDate_ReBasesTheYear_AndCeasing_EndsIt()
    {
        string record;
        using (var before = await app.SignInAsAsync(Roles.EhcCoordinator))
        {
            record = await InPlaceAsync(before, app.Today().AddDays(-330));
            await before.RecordedAsync(record, "ReviewMeetingSet", app.Today().AddDays(10));
            (await before.PageAsync("/staff/ehcp/reviews?what=review")).MainText.ShouldContain(app.Today().AddDays(10).Short());
            (await before.PageAsync("/staff")).All($"a[href='{record}/events/new?kind=ReviewMeetingSet']").ShouldBeEmpty("a meeting is planned");
        }

        app.Clock.StandAt(app.Clock.GetUtcNow().AddDays(10));
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var today = app.Today();
        await staff.RecordedAsync(record, "ReviewMeetingHeld", today);
        var held = await staff.PageAsync(record);
        held.DateRow("Send the report of the meeting").ShouldContain(today.AddDays(14).Short());
        held.DateRow("Decide whether to keep, change or end the plan").ShouldContain(today.AddDays(28).Short());
        held.DateRow("Send the changed final plan, counted from the meeting").ShouldContain(today.AddDays(84).Short());
        var after = await staff.PageAsync("/staff/ehcp/reviews?what=after");
        after.All($"main tbody a[href='{record}/events/new?kind=ReviewReportSent']").Count.ShouldBe(1);
        after.All($"main tbody a[href='{record}/events/new?kind=ReviewDecidedToKeep']").Count.ShouldBe(1);
        await staff.RecordedAsync(record, "ReviewReportSent", today);

        await staff.BegunAsync(record);
        await staff.WrittenAsync(record, "Changedwords", withSchool: true);
        await staff.PlanSentAsync(record, "AmendmentServed", today, "Portal");
        var changes = await staff.PageAsync(record);
        changes.DateRow("Answer the proposed changes").ShouldContain(today.AddDays(14).Short());
        changes.DateRow("Send the changed final plan").ShouldContain(today.AddDays(56).Short());
        changes.DateRow("Complete the review").ShouldContain(today.AddMonths(12).AddDays(-1).Short(), Case.Sensitive, "the year begins anew with the review");
        await staff.RecordedAsync(record, "AmendmentAnswered", today);
        await staff.BegunAsync(record);
        await staff.PlanSentAsync(record, "AmendedFinalSent", today);
        (await staff.PageAsync(record)).One("main p.lead").TextContent.ShouldContain("Plan in place");
        (await staff.PageAsync("/staff/ehcp/reviews")).All($"main tbody a[href='{record}']").ShouldBeEmpty("the next is a year away");

        var september = new DateOnly(2026, 9, 1);
        await staff.RecordedAsync(record, "PhaseTransfer", september);
        (await staff.PageAsync(record)).DateRow("Change the plan before the move to another phase of school").ShouldContain("14 Feb 2026");
        (await staff.PageAsync("/staff/ehcp/reviews?what=move&within=overdue")).All($"main tbody a[href='{record}']").ShouldBeEmpty("it was changed since, within the year before the move");
        await staff.RecordedAsync(record, "DecidedToCease", today, ("Note", "Made-up reasons"));
        (await staff.PageAsync(record)).DateRow("End the plan, not before the time to appeal is over").ShouldContain("Not before this day");
        (await staff.PageAsync("/staff/ehcp/reviews")).All($"main tbody a[href='{record}']").ShouldBeEmpty();
    }

    [Fact]
    public async Task WhoCame_IsWrittenDownByAgency_CanBePutRight_AndIsCounted()
    {
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await InPlaceAsync(staff, app.Today().AddDays(-330));
        await staff.RecordedAsync(record, "ReviewMeetingHeld", app.Today().AddDays(-3));
        var form = (await staff.PageAsync(record)).One($"main a[href^='{record}/reviews/']").GetAttribute("href")!;

        var empty = await staff.FillInAsync(form, ("SentReport", "Health"));
        empty.Status.ShouldBe(HttpStatusCode.BadRequest);
        empty.MainText.ShouldContain("Choose who came");
        empty.All("input[name=SentReport][value=Health][checked]").ShouldHaveSingleItem("what was chosen stays");
        (await staff.FillInAsync(form, ("Came", "Family"), ("Came", "Health"), ("SentReport", "SocialCare"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var again = await staff.PageAsync(form);
        again.All("input[name=Came][checked]").Select(one => one.GetAttribute("value")).ShouldBe(["Family", "Health"]);
        (await again.SubmitAsync(staff, "main form[method=post]", [("Came", null), ("Came", "School"), ("SentReport", null)])).Status.ShouldBe(HttpStatusCode.Redirect);

        var numbers = await staff.PageAsync("/staff/ehcp/performance/reviews");
        numbers.Status.ShouldBe(HttpStatusCode.Forbidden, "an officer sees their own records");
        using var head = await app.SignInAsAsync(Roles.HeadOfSend);
        var charts = await head.PageAsync("/staff/ehcp/performance/reviews");
        charts.All(".chart__picture text").Count.ShouldBeGreaterThan(20);
        charts.All(".chart__picture text").ShouldAllBe(text => text.TextContent.Length <= 45, "a line has room for so many letters");
        var counted = charts.MainText;
        counted.ShouldContain("Meetings of the last 12 months: 1. It is written down for 1 of them.");
        var another = await InPlaceAsync(staff, app.Today().AddDays(-330));
        (await staff.PageAsync($"{another}/reviews/{form.Split('/')[^1]}")).Status.ShouldBe(HttpStatusCode.NotFound, "it is a meeting of another record");
        (await staff.PageAsync(form)).All("input[name=Came][checked]").Select(one => one.GetAttribute("value")).ShouldBe(["School"]);
    }

    [Theory]
    [InlineData("PhaseTransfer", "14 Feb 2027")]
    [InlineData("PostSixteenTransfer", "30 Mar 2027")]
    public async Task Move_OfNextYear_StandsInTheListByItsLastSafeDay_WhenItComesNear(string kind, string by)
    {
        using (var staff = await app.SignInAsAsync(Roles.EhcCoordinator))
        {
            await staff.RecordedAsync(await InPlaceAsync(staff, app.Today().AddDays(-30)), kind, new DateOnly(2027, 9, 1));
            (await staff.PageAsync("/staff/ehcp/reviews?what=move")).All("main tbody tr a").ShouldBeEmpty("it is more than 26 weeks away");
        }

        app.Clock.StandAt(new DateTimeOffset(2026, 12, 14, 10, 0, 0, TimeSpan.Zero));
        using var later = await app.SignInAsAsync(Roles.EhcCoordinator);
        (await later.PageAsync("/staff/ehcp/reviews?what=move")).MainText.ShouldContain(by);
    }

    [Fact]
    public async Task Numbers_ShowTheBacklogAsItWasAndIs_AndWhereChildrenAreTaught_AndAStrangerSeesNoSmallOnes()
    {
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var today = app.Today();
        var late = await InPlaceAsync(staff, today.AddDays(-500));
        var done = await InPlaceAsync(staff, today.AddDays(-450));
        await staff.RecordedAsync(done, "ReviewMeetingHeld", today.AddDays(-40));
        await staff.RecordedAsync(done, "ReviewDecidedToKeep", today.AddDays(-2));
        foreach (var (record, kind) in new[] { (late, "Section19"), (done, "School") })
        {
            (await (await staff.PageAsync($"{record}/setting")).SubmitAsync(staff, "form.setting", [("Kind", kind), ("Note", "Made up"), .. Given.Date("From", today)])).Status.ShouldBe(HttpStatusCode.Redirect);
        }

        using var head = await app.SignInAsAsync(Roles.HeadOfSend);
        (await head.PageAsync("/staff/ehcp/performance")).All("a[href='/staff/ehcp/performance/reviews']").ShouldNotBeEmpty();
        var page = await head.PageAsync("/staff/ehcp/performance/reviews");
        var rows = page.All("table tr").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        rows.ShouldContain("today 1", "the review that was kept burned one down");
        rows.ShouldContain("28 Feb 2026 2");
        rows.ShouldContain("31 Aug 2025 0");
        rows.ShouldContain($"{SettingWordsOf(SettingKind.Section19)} 1");
        rows.ShouldContain("Was not told 1");
        page.All("svg[role=img]").ShouldNotBeEmpty();
        using var analyst = await app.SignInAsAsync(Roles.Analyst);
        (await analyst.PageAsync("/staff/ehcp/performance/reviews")).All("table td").Select(cell => cell.TextContent.Trim()).ShouldNotContain("1");
        using var adviser = await app.SignInAsAsync(Roles.AdviceGiver);
        (await adviser.PageAsync("/staff/ehcp/performance/reviews")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var other = await app.SignInAsync(new Grant(Roles.EhcCoordinator, Scope.Of(ScopeKind.Caseload, Guid.CreateVersion7())));
        (await other.PageAsync("/staff/ehcp/reviews")).All("main tbody tr a").ShouldBeEmpty("another caseload");
        (await staff.PageAsync("/staff/ehcp/reviews")).All("main tbody tr a").ShouldNotBeEmpty();
        (await staff.PageAsync("/staff/ehcp/reviews?within=99&what=x&sort=y&page=99999999")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static string SettingWordsOf(SettingKind kind) => Ehcp.Features.SettingWords.Short(kind);

    /// <summary>A plan that was sent on this day.</summary>
    private async Task<string> InPlaceAsync(HttpClient staff, DateOnly final)
    {
        var family = await app.FamilyAsync();
        var record = await staff.LoggedAsync(family.ChildId, final.AddDays(-139));
        foreach (var (kind, days) in new[] { ("DecidedToAssess", -100), ("DecidedToIssue", -50), ("DraftServed", -30), ("DraftAnswered", -20), ("FinalSent", 0) })
        {
            await staff.RecordedAsync(record, kind, final.AddDays(days), ("SentBy", kind == "DraftServed" ? "Portal" : null), ("Note", "Made-up"));
        }

        return record;
    }
}
