using System.Globalization;
using System.Text.RegularExpressions;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.Playwright;

namespace Medway.LocalOffer.Browser.Tests;

/// <summary>One family's way from the request to the final plan, in a real browser, with a clock that moves on 150 days. A browser and a host of its own: others must not grow old.</summary>
[Long]
[Proves("ehcp")]
public sealed partial class EhcJourneyTests(PostgresCluster cluster) : IAsyncLifetime
{
    private const string Team = "A team of its own";

    private static readonly string[] Parts = ["A", "B", "C", "D", "E", "F", "G", "H1", "H2", "K"];

    private readonly Browsing browsing = new(cluster);

    private App App => browsing.App;

    private DateOnly Today => App.Clock.Today();

    public ValueTask InitializeAsync() => browsing.InitializeAsync();

    public ValueTask DisposeAsync() => browsing.DisposeAsync();

    [Fact]
    public async Task Request_ToFinalPlan_WithAnExceptionAndALateAdviser_TheFamilyReadsWhereTheyAre_AndTheNumbersAreTrue()
    {
        StandIn(0);
        var family = await App.FamilyAsync();
        var day0 = Today;
        await ThereIsNothingYetAsync();
        await using var officer = await browsing.VisitAsync();
        await using var parent = await browsing.VisitAsync();
        await browsing.SignInAsAsync(officer, Roles.EhcCoordinator);

        var record = await LogAsync(officer, family);
        var reference = await officer.Page.Locator("main .lead").First.InnerTextAsync() is var lead ? Reference().Match(lead).Value : "";
        await App.DeliverAllAsync();
        (await SinkAsync(officer, "We have the request for an assessment")).ShouldContain(reference, Case.Sensitive, "the family has the acknowledgement");
        await InviteAsync(officer, family);
        await parent.GoAsync(LinkPath().Match(await SinkAsync(officer, "Invitation of a family")).Value);
        await PressAsync(parent, "main form button");
        await TypeCodeAsync(officer, parent);
        (await TextAsync(parent, "/my/ehc-plan")).ShouldContain("Deciding whether to assess");
        (await TextAsync(parent, "/my/ehc-plan")).ShouldContain(reference);
        (await TextAsync(parent, "/my/ehc-plan/messages")).ShouldContain("We have the request for an assessment");

        await LaterAsync(officer, 38);
        await RecordAsync(officer, record, "DecidedToAssess", Today);
        await RecordAsync(officer, record, "AdviceRequested", Today, ("Adviser", "School"));
        await RecordAsync(officer, record, "AdviceRequested", Today, ("Adviser", "Health"));
        await LaterAsync(officer, 45);
        await RecordAsync(officer, record, "AdviceReceived", day0.AddDays(60), ("Adviser", "School"));
        (await TextAsync(officer, "/staff/ehcp/advice?show=late")).ShouldContain("late");
        await officer.GoAsync($"{record}/events/new?kind=ExceptionClaimed");
        await officer.Page.Locator("[name=Limit]").SelectOptionAsync("T09");
        await PickAsync(officer, "Ground", "AwayFromTheArea");
        await DateAsync(officer, "GroundFrom", Today.AddDays(-30));
        await DateAsync(officer, "GroundTo", Today);
        await DateAsync(officer, "On", Today);
        await officer.Page.Locator("[name=Note]").FillAsync("Seen in a letter of the family");
        await PressAsync(officer, "main form button");
        await SignInAgainAsync(officer, parent, family);
        (await TextAsync(parent, "/my/ehc-plan")).ShouldContain("health: late");

        await LaterAsync(officer, 20);
        await RecordAsync(officer, record, "AdviceReceived", Today, ("Adviser", "Health"));
        await RecordAsync(officer, record, "DecidedToIssue", Today);
        await LaterAsync(officer, 12);
        await WritePlanAsync(officer, record);
        await SendPlanAsync(officer, record, "DraftServed", "Portal");
        await SignInAgainAsync(officer, parent, family);
        await AnswerAsync(officer, parent);

        // Others who have the draft may still answer: that everybody has is for the officer to say.
        await RecordAsync(officer, record, "DraftAnswered", Today);
        (await TextAsync(parent, "/my/ehc-plan")).ShouldContain("Finishing the plan");

        await LaterAsync(officer, 35);
        await officer.GoAsync($"{record}/plan");
        await PressAsync(officer, "main form button");
        await officer.GoAsync($"{record}/plan/sections/I");
        await officer.Page.Locator("[name=Words]").FillAsync("Larchwood School");
        await PressAsync(officer, "main form button");
        await SendPlanAsync(officer, record, "FinalSent", null);
        await SignInAgainAsync(officer, parent, family);
        (await TextAsync(parent, "/my/ehc-plan")).ShouldContain("Plan in place");

        await TheNumbersAreTrueAsync();
    }

    /// <summary>150 days are more than 20 weeks: one final plan, late, with an exception; one adviser in time and one late. The team has this one record.</summary>
    private async Task TheNumbersAreTrueAsync()
    {
        await using var manager = await ManagerAsync();
        (await SaysAsync(manager, "twenty")).ShouldContain("0% (0 of 1)", Case.Sensitive, "the plan came after 20 weeks");
        (await SaysAsync(manager, "twenty-without")).ShouldContain("none was due", Case.Sensitive, "the only plan has an exception");
        (await RowsAsync(manager, "twenty")).Where(row => row.Contains(" of ", StringComparison.Ordinal)).ShouldHaveSingleItem()
            .ShouldBe($"{Today.ToString("MMM yyyy", CultureInfo.GetCultureInfo("en-GB"))} 0% (0 of 1)", "in the month in which it was sent");
        (await RowsAsync(manager, "funnel")).ShouldContain("Final plan sent 1 100%");
        (await TableAsync(manager, "table:has(caption:text-is('Advice that was asked for in these months')) tbody tr"))
            .ShouldBe(["School, college or early years 1 0 0 0 22 22", "Health 0 1 0 0 65 65"], "in time, came late, waiting, late today, days in the middle, days of nine in ten");
    }

    /// <summary>The control: before there is a record the page shows nothing of it.</summary>
    private async Task ThereIsNothingYetAsync()
    {
        await using var manager = await ManagerAsync();
        (await SaysAsync(manager, "twenty")).ShouldContain("none was due");
        (await RowsAsync(manager, "funnel")).ShouldNotContain("Final plan sent 1 100%");
        (await manager.Page.Locator("caption:text-is('Advice that was asked for in these months')").CountAsync()).ShouldBe(0);
    }

    private async Task<Visit> ManagerAsync()
    {
        var manager = await browsing.VisitAsync();
        await browsing.SignInAsync(manager, new Grant(Roles.TeamManager, new Scope(ScopeKind.Team, Team)));
        await manager.GoAsync("/staff/ehcp/performance");
        return manager;
    }

    private static Task<string> SaysAsync(Visit visit, string chart) => visit.Page.Locator($"#{chart}-says").InnerTextAsync();

    private static Task<List<string>> RowsAsync(Visit visit, string chart) => TableAsync(visit, $"figure[aria-labelledby='{chart}-title'] details tbody tr");

    /// <summary>Also of a table that is folded away, which has no text that a browser shows.</summary>
    private static async Task<List<string>> TableAsync(Visit visit, string rows) =>
        [.. (await visit.Page.Locator(rows).AllTextContentsAsync()).Select(row => string.Join(' ', row.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private async Task<string> LogAsync(Visit officer, MadeFamily family)
    {
        await officer.GoAsync("/staff/ehcp/requests/new");
        await officer.Page.Locator("[name=Child]").FillAsync($"{family.ChildId}");
        await PickAsync(officer, "AskedBy", "Parent");
        await officer.Page.Locator("[name=Asker]").FillAsync($"{family.ParentId}");
        await DateAsync(officer, "ReceivedOn", Today);
        await officer.Page.Locator("[name=Evidence]").FillAsync("A made-up report");
        await officer.Page.Locator("[name=Team]").FillAsync(Team);
        await PressAsync(officer, "main form button");
        return new Uri(officer.Page.Url).AbsolutePath;
    }

    private async Task InviteAsync(Visit officer, MadeFamily family)
    {
        await officer.GoAsync("/staff/families");
        await officer.Page.Locator("[name=Person]").FillAsync($"{family.ParentId}");
        await PressAsync(officer, "main form[action$=Find] button");
        await PickAsync(officer, "Point", $"{family.EmailId}");
        await PickAsync(officer, "Role", Roles.FamilyParty);
        await officer.Page.Locator("[name=Reason]").FillAsync("Asked for it");
        await PressAsync(officer, "main form[action$=Invite] button");
        await App.DeliverAllAsync();
    }

    /// <summary>The session has ended since: by code to the e-mail address, as every time.</summary>
    private async Task SignInAgainAsync(Visit officer, Visit parent, MadeFamily family)
    {
        await parent.GoAsync("/my/sign-in");
        await parent.Page.Locator("[name=Contact]").FillAsync(family.Email);
        await PressAsync(parent, "main form button");
        await TypeCodeAsync(officer, parent);
    }

    private async Task TypeCodeAsync(Visit officer, Visit parent)
    {
        await App.DeliverAllAsync();
        await parent.Page.Locator("[name=Code]").FillAsync(Code().Match(await SinkAsync(officer, "Code to sign in")).Value);
        await PressAsync(parent, "main form button");
    }

    /// <summary>Documents want a second code, to the phone.</summary>
    private async Task AnswerAsync(Visit officer, Visit parent)
    {
        // The clock stands: the newest code in the sink has to be newer than the one to sign in.
        App.Clock.StandAt(App.Clock.GetUtcNow().AddSeconds(5));
        await parent.GoAsync("/my/documents");
        await PressAsync(parent, "main form[action$=Send] button");
        await TypeCodeAsync(officer, parent);
        await parent.Page.Locator("main a[href^='/my/documents/ehc-plan/']").First.ClickAsync();
        (await parent.Page.Locator("main").InnerTextAsync()).ShouldContain("Made-up words of section F");
        await parent.Page.Locator("main a[href$='/answer']").ClickAsync();
        await PickAsync(parent, "Reply", "WantsChanges");
        await parent.Page.Locator("[name=Words]").FillAsync("More of F");
        await PressAsync(parent, "main form button");
        (await parent.Page.Locator("main").InnerTextAsync()).ShouldContain("What you told us");
    }

    private static async Task WritePlanAsync(Visit officer, string record)
    {
        await officer.GoAsync($"{record}/plan");
        await PressAsync(officer, "main form button");
        foreach (var part in Parts)
        {
            await officer.GoAsync($"{record}/plan/sections/{part}");
            await officer.Page.Locator("[name=Words]").FillAsync($"Made-up words of section {part}");
            await PressAsync(officer, "main form button");
        }
    }

    private async Task SendPlanAsync(Visit officer, string record, string kind, string? sentBy)
    {
        await officer.GoAsync($"{record}/plan/send");
        await PickAsync(officer, "Kind", kind);
        if (sentBy is not null)
        {
            await PickAsync(officer, "SentBy", sentBy);
        }

        await DateAsync(officer, "On", Today);
        await PressAsync(officer, "main form button");
        await App.DeliverAllAsync();
    }

    private async Task RecordAsync(Visit officer, string record, string kind, DateOnly on, params (string Name, string Value)[] picks)
    {
        await officer.GoAsync($"{record}/events/new?kind={kind}");
        foreach (var (name, value) in picks)
        {
            await PickAsync(officer, name, value);
        }

        await DateAsync(officer, "On", on);
        await PressAsync(officer, "main form button");
        await App.DeliverAllAsync();
    }

    /// <summary>What the newest message of this kind says, as an officer reads it in the sink.</summary>
    private static async Task<string> SinkAsync(Visit officer, string title)
    {
        await officer.GoAsync("/staff/messaging/sink");
        return await officer.Page.Locator("article.card", new() { HasTextString = title }).First.InnerTextAsync();
    }

    private static async Task<string> TextAsync(Visit visit, string address)
    {
        await visit.GoAsync(address);
        return await visit.Page.Locator("main").InnerTextAsync();
    }

    private static async Task PressAsync(Visit visit, string button)
    {
        var before = visit.Page.Url;
        await visit.Page.EvaluateAsync("() => { window.isOldPage = true; }");
        await visit.Page.Locator(button).First.ClickAsync();
        await visit.Page.WaitForFunctionAsync("() => !window.isOldPage && document.readyState === 'complete'");
        (await visit.Page.Locator(".summary").CountAsync()).ShouldBe(0, $"{before}: {await visit.Page.Locator("main").InnerTextAsync()}");
    }

    private static Task PickAsync(Visit visit, string name, string value) => visit.Page.Locator($"[name='{name}'][value='{value}']").CheckAsync(new() { Force = true });

    private static async Task DateAsync(Visit visit, string name, DateOnly day)
    {
        foreach (var (part, value) in new[] { ("Day", day.Day), ("Month", day.Month), ("Year", day.Year) })
        {
            await visit.Page.Locator($"[name='{name}.{part}']").FillAsync($"{value}");
        }
    }

    /// <summary>So many days on, in the morning; whoever was signed in is so no more.</summary>
    private async Task LaterAsync(Visit officer, int days)
    {
        StandIn(days);
        await App.DeliverAllAsync();
        await browsing.SignInAsAsync(officer, Roles.EhcCoordinator);
    }

    private void StandIn(int days) => App.Clock.StandAt(UkTime.StartOf(Today.AddDays(days)).AddHours(10));

    [GeneratedRegex("EHC-[A-Z0-9]+-[A-Z0-9]+")]
    private static partial Regex Reference();

    [GeneratedRegex("/link/[A-Za-z0-9_-]+")]
    private static partial Regex LinkPath();

    [GeneratedRegex(@"\b\d{3} ?\d{3}\b")]
    private static partial Regex Code();
}
