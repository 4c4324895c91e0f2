using System.Net;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Tests.Features;

/// <summary>A coordinator's day, calls, handing over, and who covers while an officer is away.</summary>
[Proves("ehcp")]
public sealed class DayTests(PostgresCluster cluster) : IAsyncLifetime
{
    private const string Day = "/staff/ehcp/day";

    private readonly App app = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        app.Clock.StandAt(new DateTimeOffset(2026, 3, 3, 10, 0, 0, TimeSpan.Zero));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Day_ShowsWhatIsDue_AtRisk_Unreached_AndWithOthers_EachInItsPlace()
    {
        using var staff = await OfficerAsync();
        var late = await LogAsync(staff, -43);
        var near = await LogAsync(staff, -35);
        var waits = await LogAsync(staff, -60);
        await staff.Client.RecordedAsync(waits.Record, "DecidedToAssess", app.Today().AddDays(-20));
        await staff.Client.RecordedAsync(waits.Record, "AdviceRequested", app.Today().AddDays(-10), ("Adviser", "Health"));
        var lost = await LogAsync(staff, 0);
        await app.SettledAsync((await app.TouchpointsAsync(lost.Family.ChildId, TouchpointKind.Receipt)).ShouldHaveSingleItem(), MessageOutcome.NotMade, null);
        using var other = await OfficerAsync();
        var foreign = await LogAsync(other, -43);

        (await staff.Client.PageAsync("/staff")).All($"a[href='{Day}']").ShouldNotBeEmpty("it is in the menu");
        var page = await staff.Client.PageAsync(Day);

        On(page, "due", late.Record).ShouldBeTrue();
        On(page, "risk", near.Record).ShouldBeTrue();
        On(page, "unreached", lost.Record).ShouldBeTrue();
        On(page, "others", waits.Record).ShouldBeTrue();
        On(page, "due", lost.Record).ShouldBeFalse();
        On(page, "unreached", near.Record).ShouldBeFalse();
        page.All($"main a[href='{foreign.Record}']").ShouldBeEmpty();
        page.MainText.ShouldNotContain("Madeup", customMessage: "by reference: others may see the screen");
        using var author = await app.SignInAsAsync(Roles.HeadOfSend);
        (await author.PageAsync(Day)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Call_FourPresses_IsToldOrTried_AndTheFamilyReadsIt()
    {
        using var staff = await OfficerAsync();
        var (family, record) = await LogAsync(staff, 0);
        var page = await staff.Client.PageAsync(record);
        page.All($"a[href='{record}/calls/new']").ShouldNotBeEmpty();
        (await staff.Client.PageAsync($"{record}/calls/new")).All("main form[method=post] input:not([type=hidden]), main form[method=post] textarea").Count.ShouldBeLessThanOrEqualTo(5, "a call is written down in no time");

        (await staff.Client.FillInAsync($"{record}/calls/new", ("Outcome", "NobodyAnswered"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await CallsAsync(family)).ShouldBeEmpty("nobody was told anything");
        (await staff.Client.FillInAsync($"{record}/calls/new", ("Words", "The psychologist comes on Monday."))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await CallsAsync(family)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(told => told.State.ShouldBe(TouchpointState.Made), told => told.IsUseful.ShouldBeTrue());
        (await staff.Client.PageAsync($"{record}/calls/new")).MainText.ShouldContain("Nobody answered");
        using var parent = await app.SignInFamilyAsync(family.ParentId);
        (await parent.PageAsync("/my/ehc-plan/messages")).MainText.ShouldContain("The psychologist comes on Monday.");
        var stranger = await app.FamilyAsync();
        (await staff.Client.FillInAsync($"{record}/calls/new", ("Person", $"{stranger.ParentId}"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await staff.Client.FillInAsync($"{record}/calls/new", ("Outcome", "nonsense"), ("Words", "Kept words"))).One("textarea[name=Words]").TextContent.ShouldContain("Kept words");
        (await staff.Client.FillInAsync($"{record}/calls/new", ("Words", new string('x', 601)))).Status.ShouldBe(HttpStatusCode.BadRequest);
        await app.HoldAsync(family, HeldReason.NoContactOrder);
        (await staff.Client.PageAsync($"{record}/calls/new")).MainText.ShouldContain("Nobody may be told");
    }

    [Fact]
    public async Task Call_EndsTheSilence()
    {
        using var staff = await OfficerAsync();
        var (family, record) = await LogAsync(staff, 0);
        for (var day = 0; day < 11; day++)
        {
            app.GoOn();
            await app.HandOutAsync();
        }

        using var later = await app.SignInAgainAsync(staff.AccountId);
        On(await later.PageAsync(Day), "risk", record).ShouldBeTrue();
        (await later.FillInAsync($"{record}/calls/new")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.AskAsync(context => context.SilenceAlerts.AnyAsync(alert => alert.PersonId == family.ParentId && alert.EndedAt == null, Given.Now))).ShouldBeFalse();
        (await app.TouchpointsAsync(family.ChildId, TouchpointKind.News)).ShouldNotContain(one => one.State == TouchpointState.Waiting, "the call that was to be made is made");
    }

    [Fact]
    public async Task HandingOver_GivesTheRecord_AndAnIntroductionToRelease_WithoutTheReason()
    {
        using var staff = await OfficerAsync();
        using var next = await OfficerAsync();
        var (family, record) = await LogAsync(staff, -10);
        (await staff.Client.PageAsync(record)).All($"a[href='{record}/officer']").ShouldNotBeEmpty();
        (await staff.Client.FillInAsync($"{record}/officer", ("Officer", "nobody@example.org"), ("Reason", "Kept reason"))).ShouldSatisfyAllConditions(
            page => page.Status.ShouldBe(HttpStatusCode.BadRequest), page => page.One("input[name=Reason]").GetAttribute("value").ShouldBe("Kept reason"));
        (await staff.Client.FillInAsync($"{record}/officer", ("Officer", Address(staff)), ("Reason", "Why"))).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await staff.Client.FillInAsync($"{record}/officer", ("Officer", Address(next)), ("Reason", "Caseloads are made even"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var introduction = (await app.TouchpointsAsync(family.ChildId, "CW-01")).ShouldHaveSingleItem();
        (await next.Client.PageAsync("/staff")).All($"a[href='{introduction.Address()}']").ShouldNotBeEmpty();
        (await staff.Client.PageAsync("/staff")).All($"a[href='{introduction.Address()}']").ShouldBeEmpty();
        (await next.Client.PageAsync(introduction.Address())).MainText.ShouldNotContain("Caseloads");
        (await next.Client.FillInAsync(introduction.Address(), ("Way", "Release"))).Status.ShouldBe(HttpStatusCode.Redirect);
        using var parent = await app.SignInSurelyAsync(family.ParentId);
        (await parent.PageAsync("/my/ehc-plan/messages")).MainText.ShouldContain("You have a new SEND officer");
    }

    /// <summary>Both officers hold only their own caseload.</summary>
    [Fact]
    public async Task Absence_TheCoverHasTheRecordsMeanwhile_AndNoLonger_AndTheFamilyIsToldWhenItIsLong()
    {
        using var away = await CaseworkerAsync();
        using var cover = await CaseworkerAsync();
        var (family, record) = await LogAsync(away, -43);
        (await cover.Client.PageAsync(record)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await away.Client.PageAsync("/staff")).All("a[href='/staff/ehcp/absences']").ShouldNotBeEmpty("it is in the menu");

        (await AwayAsync(away.Client, cover, from: 2, to: 20)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await cover.Client.PageAsync(record)).Status.ShouldBe(HttpStatusCode.NotFound, "it has not begun");
        await app.LiveAsync(2);
        using var covering = await app.SignInAgainAsync(cover.AccountId);
        (await covering.PageAsync(record)).Status.ShouldBe(HttpStatusCode.OK);
        (await covering.PageAsync("/staff")).MainText.ShouldContain("You cover for whoever is away");
        On(await covering.PageAsync(Day), "due", record).ShouldBeTrue();
        (await covering.PageAsync("/staff/ehcp/records?whose=mine")).All($"a[href='{record}']").ShouldNotBeEmpty();
        var told = (await app.TouchpointsAsync(family.ChildId, "CW-02")).ShouldHaveSingleItem();
        told.Words.ShouldNotBeNull().ShouldContain("Somebody else looks after you from 5 March 2026 to 23 March 2026.");

        await app.LiveAsync(19);
        using var after = await app.SignInAgainAsync(cover.AccountId);
        (await after.PageAsync(record)).Status.ShouldBe(HttpStatusCode.NotFound, "the officer is back");
    }

    [Fact]
    public async Task Absence_BadInputIsAnswered_ShortOnesTellNobody_AndComingBackSoonerEndsIt()
    {
        using var away = await CaseworkerAsync();
        using var cover = await CaseworkerAsync();
        using var third = await CaseworkerAsync();
        var (family, record) = await LogAsync(away, 0);
        (await AwayAsync(away.Client, cover, from: 3, to: 1)).One(".summary").TextContent.ShouldContain("The last day is before the first");
        (await AwayAsync(away.Client, away, from: 0, to: 1)).One(".summary").TextContent.ShouldContain("Somebody else has to cover");
        (await AwayAsync(away.Client, cover, from: -9, to: -5)).One(".summary").TextContent.ShouldContain("This day has passed");
        (await AwayAsync(away.Client, cover, from: 0, to: 1, ("Officer", Address(third)))).One(".summary").TextContent.ShouldContain("Only a team manager");
        (await AwayAsync(away.Client, cover, from: 0, to: 1, ("Cover", "nobody@example.org"))).One("input[name=Cover]").GetAttribute("value").ShouldBe("nobody@example.org");

        (await AwayAsync(away.Client, cover, from: 0, to: 4)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await cover.Client.PageAsync(record)).Status.ShouldBe(HttpStatusCode.OK, "it begins today");
        (await app.TouchpointsAsync(family.ChildId, "CW-02")).ShouldBeEmpty("it is short");
        (await AwayAsync(away.Client, third, from: 4, to: 9)).One(".summary").TextContent.ShouldContain("They are away already");
        (await AwayAsync(third.Client, away, from: 1, to: 2)).One(".summary").TextContent.ShouldContain("away themselves");
        var list = await away.Client.PageAsync("/staff/ehcp/absences");
        (await (await third.Client.PageAsync("/staff/ehcp/absences")).SubmitAsync(third.Client, "form#add")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await third.Client.PageAsync("/staff/ehcp/absences")).All("form[action*=End], form[action*=end]").ShouldBeEmpty("it is not theirs to end");
        (await list.SubmitAsync(away.Client, "form[action*=end]")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await cover.Client.PageAsync(record)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<SignedInClient> OfficerAsync() => app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.EhcCoordinator, Scope.Everything)]);

    /// <summary>Holds the role for their own caseload alone.</summary>
    private async Task<SignedInClient> CaseworkerAsync()
    {
        var officer = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.EhcCoordinator, Scope.Of(ScopeKind.Caseload, Guid.CreateVersion7()))]);
        await app.AskAsync(context => context.Database.ExecuteSqlAsync($"update accounts.role_grants set scope_id = {$"{officer.AccountId:D}"} where account_id = {officer.AccountId}", Given.Now));
        return officer;
    }

    private async Task<(MadeFamily Family, string Record)> LogAsync(SignedInClient staff, int days)
    {
        var family = await app.FamilyAsync();
        using var anybody = await app.SignInAsAsync(Roles.EhcCoordinator);
        return (family, await anybody.LoggedAsync(family.ChildId, app.Today().AddDays(days), ("Coordinator", Address(staff))));
    }

    private async Task<Page> AwayAsync(HttpClient client, SignedInClient cover, int from, int to, params (string, string?)[] fields) =>
        await (await client.PageAsync("/staff/ehcp/absences")).SubmitAsync(
            client, "form#add", [.. new[] { ("Cover", (string?)Address(cover)) }.Where(field => fields.All(given => given.Item1 != "Cover")), .. fields, .. Given.Date("From", app.Today().AddDays(from)), .. Given.Date("To", app.Today().AddDays(to))]);

    private async Task<List<Touchpoint>> CallsAsync(MadeFamily family) =>
        [.. (await app.TouchpointsAsync(family.ChildId, TouchpointKind.News)).Where(one => one.Occasion.StartsWith("call ", StringComparison.Ordinal))];

    private static string Address(SignedInClient staff) => $"{staff.AccountId:n}@example.org";

    private static bool On(Page page, string section, string record) => page.All($"section[aria-labelledby={section}] a[href='{record}']").Count > 0;
}
