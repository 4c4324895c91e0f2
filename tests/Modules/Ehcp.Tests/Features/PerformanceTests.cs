using System.Net;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Numbers;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Ehcp.Tests.Features;

/// <summary>The performance page tells what the records tell, to whoever may see it.</summary>
[Collection(EhcpApp.Name)]
[Proves("ehcp")]
public sealed class PerformanceTests(App app)
{
    private const string Address = "/staff/ehcp/performance";

    /// <summary>The team has one plan in time, one late with an exception, and one that is open and past 20 weeks with a late adviser.</summary>
    [Fact]
    public async Task Page_OfATeam_CountsFromItsRecordsOnly_InChartsWithTables()
    {
        var team = $"Team {Guid.CreateVersion7():n}";
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        await FinalAsync(staff, team, app.Today().AddDays(-150), 139);
        var late = await FinalAsync(staff, team, app.Today().AddDays(-200), 190, exception: true);
        var open = await LogAsync(staff, team, app.Today().AddDays(-141));
        await staff.RecordedAsync(open, "DecidedToAssess", app.Today().AddDays(-100));
        await staff.RecordedAsync(open, "AdviceRequested", app.Today().AddDays(-90), ("Adviser", "Health"));
        using var manager = await app.SignInAsync(new Grant(Roles.TeamManager, new Scope(ScopeKind.Team, team)));
        (await manager.PageAsync("/staff")).All($"a[href='{Address}']").ShouldNotBeEmpty("it is in the menu");

        var page = await manager.PageAsync(Address);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.One("#twenty-says").TextContent.ShouldContain("50% (1 of 2)");
        page.One("#twenty-without-says").TextContent.ShouldContain("100% (1 of 1)");
        page.One("#ages-says").TextContent.ShouldContain("Past 20 weeks and open today: 1");
        Rows(page, "ages").ShouldContain("21 to 26 weeks 1");
        Rows(page, "funnel").ShouldContain("Final plan sent 2 67%");
        Rows(page, "advice").ShouldContain("Health 1");
        Rows(page, "refused").ShouldContain("Appealed 0");
        page.All("svg[role=img]").Count.ShouldBe(page.All("figure.chart details table").Count);
        page.All("main script").ShouldBeEmpty();

        // What was taken back does not count.
        var events = (await staff.PageAsync(late)).All("section[aria-labelledby=events] a[href$='take-back']");
        (await staff.FillInAsync(events[^1].GetAttribute("href")!, ("Reason", "Wrong day"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await manager.PageAsync(Address)).One("#twenty-says").TextContent.ShouldContain("100% (1 of 1)");
    }

    [Fact]
    public async Task AnotherTeam_CountsNothingOfIt()
    {
        var team = $"Team {Guid.CreateVersion7():n}";
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        await LogAsync(staff, team, app.Today().AddDays(-10));
        using var other = await app.SignInAsync(new Grant(Roles.TeamManager, new Scope(ScopeKind.Team, "Nobody’s team")));
        using var own = await app.SignInAsync(new Grant(Roles.TeamManager, new Scope(ScopeKind.Team, team)));

        Rows(await other.PageAsync(Address), "ages").ShouldContain("Up to 6 weeks 0");
        Rows(await own.PageAsync(Address), "ages").ShouldContain("Up to 6 weeks 1");
    }

    [Fact]
    public async Task Csv_HasTheNumbersOfThePage_AndSmallOnesAreHiddenFromTheAnalyst()
    {
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        await LogAsync(staff, "", app.Today().AddDays(-700));
        using var head = await app.SignInAsAsync(Roles.HeadOfSend);
        using var analyst = await app.SignInAsAsync(Roles.Analyst);
        (await head.PageAsync(Address)).All($"main a[href='{Address}?as=csv']").ShouldNotBeEmpty();

        using var answer = await head.GetAsync(new Uri($"{Address}?as=csv", UriKind.Relative), Given.Now);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var exact = await answer.Content.ReadAsStringAsync(Given.Now);
        var count = await app.AskAsync(context => context.Records.CountAsync(
            record => !record.IsOver && record.ReceivedOn < app.Today().AddDays(-364) && !context.Events.Any(one => one.RecordId == record.Id && one.WithdrawnAt == null && one.Kind == EventKind.FinalSent), Given.Now));
        Lines(exact).ShouldContain($"Open requests by age,Over 52 weeks,{count}");

        // Each number that is small stands in the one file and not in the other.
        var small = Lines(exact).Where(line => line.Split(',')[^1] is "1" or "2" or "3" or "4").Select(line => line[..line.LastIndexOf(',')]).ToList();
        var guarded = Lines(await analyst.GetStringAsync(new Uri($"{Address}?as=csv", UriKind.Relative), Given.Now));
        small.ShouldNotBeEmpty();
        small.ShouldAllBe(row => guarded.Contains($"{row},fewer than 5"));
        guarded.ShouldNotContain(line => line.EndsWith(",1", StringComparison.Ordinal) || line.EndsWith(",4", StringComparison.Ordinal));
        (await analyst.PageAsync(Address)).MainText.ShouldContain("Counts of 1 to 4 are not shown");
        (await head.PageAsync(Address)).MainText.ShouldNotContain("Counts of 1 to 4 are not shown");
    }

    [Fact]
    public async Task Page_IsRefusedToOthers()
    {
        using var author = await app.SignInAsAsync(Roles.Author);
        (await author.PageAsync(Address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var director = await app.SignInAsAsync(Roles.AssistantDirector);
        (await director.PageAsync(Address)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Kpis_AreCountedFromTheRecords_AndNotKnownIsNotZero()
    {
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        await FinalAsync(staff, "", app.Today().AddDays(-150), 139);
        await using var scope = app.Scope();
        var source = scope.ServiceProvider.GetServices<IKpiSource>().OfType<EhcpKpis>().Single();
        var year = new KpiPeriod(app.Today().AddYears(-1), app.Today());

        source.Kpis.Select(kpi => kpi.Code).ShouldBeUnique();
        foreach (var kpi in source.Kpis)
        {
            var value = await source.ValueAsync(kpi.Code, year, Given.Now);
            (value?.Denominator is null || value.Numerator <= value.Denominator).ShouldBeTrue(kpi.Code);
        }

        (await source.ValueAsync("ehcp.within-20-weeks", year, Given.Now)).ShouldNotBeNull().Numerator.ShouldBeGreaterThan(0);
        (await source.ValueAsync("ehcp.within-20-weeks", new KpiPeriod(new DateOnly(2001, 1, 1), new DateOnly(2001, 12, 31)), Given.Now)).ShouldBeNull();
        (await source.ValueAsync("ehcp.unknown", year, Given.Now)).ShouldBeNull();
    }

    private static List<string> Lines(string csv) => [.. csv.Split('\n').Select(line => line.TrimEnd('\r'))];

    private static List<string> Rows(Page page, string chart) =>
        [.. page.All($"figure[aria-labelledby='{chart}-title'] details tbody tr").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private async Task<string> LogAsync(HttpClient staff, string team, DateOnly received)
    {
        var family = await app.FamilyAsync();
        return await staff.LoggedAsync(family.ChildId, received, ("Team", team));
    }

    private async Task<string> FinalAsync(HttpClient staff, string team, DateOnly received, int days, bool exception = false)
    {
        var record = await LogAsync(staff, team, received);
        await staff.RecordedAsync(record, "DecidedToAssess", received.AddDays(30));
        if (exception)
        {
            await staff.RecordedAsync(
                record, "ExceptionClaimed", received.AddDays(100),
                [("Limit", "T09"), ("Ground", "AwayFromTheArea"), ("Note", "Away"), .. Given.Date("GroundFrom", received.AddDays(50)), .. Given.Date("GroundTo", received.AddDays(85))]);
        }

        await staff.RecordedAsync(record, "DecidedToIssue", received.AddDays(101));
        await staff.RecordedAsync(record, "DraftServed", received.AddDays(103), ("SentBy", "Portal"));
        await staff.RecordedAsync(record, "DraftAnswered", received.AddDays(110));
        await staff.RecordedAsync(record, "FinalSent", received.AddDays(days));
        return record;
    }
}
