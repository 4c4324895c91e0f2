using System.Net;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Tests.Features;

/// <summary>Requests that end without a decision, orders that open a record again, and a no that names the family's rights.</summary>
[Proves("ehcp")]
public sealed class ClosedRecordTests(PostgresCluster cluster) : IAsyncLifetime
{
    private static readonly DateTimeOffset Tuesday = new(2026, 3, 3, 10, 0, 0, TimeSpan.Zero);

    private readonly App app = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        app.Clock.StandAt(Tuesday);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("RequestWithdrawn", "Withdrawn", "You took the request back")]
    [InlineData("ResponsibilityMoved", "With another council", "Another council looks after this now")]
    public async Task Request_ThatEndsWithoutADecision_IsNotLate_TheFamilyIsTold_AndTheNextCanCome(string kind, string stage, string says)
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-60));
        (await staff.PageAsync("/staff/ehcp/records?show=late")).All($"a[href='{record}']").ShouldNotBeEmpty();
        var without = await staff.RecordAsync(record, kind, app.Today());
        without.Status.ShouldBe(HttpStatusCode.BadRequest);
        without.One(".summary").TextContent.ShouldContain("Write wh");

        await staff.RecordedAsync(record, kind, app.Today(), ("Note", "Kent County Council, from 2 March"));

        var page = await staff.PageAsync(record);
        page.One("main p.lead").TextContent.ShouldContain(stage);
        (await staff.PageAsync("/staff/ehcp/records?show=late")).All($"a[href='{record}']").ShouldBeEmpty();
        (await OneAsync(family, "NA-03")).State.ShouldBe(TouchpointState.Cancelled, "nothing of it is of use any more");
        var told = await OneAsync(family, "ST-01");
        (await staff.PageAsync(told.Address())).MainText.ShouldNotContain("the plan ends");
        (await staff.FillInAsync(told.Address(), ("Way", "Release"), ("Words", "It is Kent. Call 0300 000 0000."))).Status.ShouldBe(HttpStatusCode.Redirect);
        await app.DeliverAsync();
        (await OneAsync(family, "ST-01")).State.ShouldBe(TouchpointState.Made);
        using var parent = await app.SignInFamilyAsync(family.ParentId);
        (await parent.PageAsync("/my/ehc-plan")).MainText.ShouldContain(says);
        (await staff.LoggedAsync(family.ChildId, app.Today())).ShouldNotBe(record);
    }

    [Fact]
    public async Task OrderToAssess_OpensTheRecordAgain_AndItCanBeDecidedToAssess()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-60));
        await staff.RecordedAsync(record, "DecidedNotToAssess", app.Today().AddDays(-30), ("Note", "Made-up reasons"));
        await staff.RecordedAsync(record, "Appealed", app.Today().AddDays(-20));
        await staff.RecordedAsync(record, "OrderToAssess", app.Today().AddDays(-1));

        (await staff.PageAsync(record)).DateRow("Tell the family that the assessment begins, after an order").ShouldContain(app.Today().AddDays(13).Short());
        await staff.RecordedAsync(record, "DecidedToAssess", app.Today());

        (await staff.PageAsync(record)).DateRow("Tell the family that the assessment begins, after an order").ShouldContain("In time");
        (await staff.PageAsync(record)).One("main p.lead").TextContent.ShouldContain("Gathering advice");
    }

    [Fact]
    public async Task NoPlan_AndNoChangeAfterAll_NameWhatCanBeDone_AndUntilWhen()
    {
        var (none, kept) = (await app.FamilyAsync(), await app.FamilyAsync());
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var today = app.Today();
        var record = await staff.LoggedAsync(none.ChildId, today.AddDays(-100));
        await staff.RecordedAsync(record, "DecidedToAssess", today.AddDays(-60));
        await staff.RecordedAsync(record, "DecidedNotToIssue", today, ("Note", "Made-up reasons"));
        var refusal = (await staff.PageAsync((await OneAsync(none, "NA-13")).Address())).MainText;
        refusal.ShouldContain("there will be no plan");
        refusal.ShouldContain($"somebody neutral until {today.AddMonths(2).Long()}");
        refusal.ShouldContain("You can appeal until ");

        record = await staff.LoggedAsync(kept.ChildId, today.AddDays(-500));
        foreach (var (kind, days) in new[] { ("DecidedToAssess", -460), ("DecidedToIssue", -400), ("DraftServed", -390), ("DraftAnswered", -380), ("FinalSent", -360), ("ReviewMeetingHeld", -5), ("AmendmentServed", 0), ("DecidedNotToAmend", 0) })
        {
            await staff.RecordedAsync(record, kind, today.AddDays(days), ("SentBy", "Portal"), ("Note", "Made-up reasons"));
        }

        var decision = await app.AskAsync(context => context.Events.Where(one => one.Kind == EventKind.DecidedNotToAmend && context.Records.Any(record => record.Id == one.RecordId && record.ChildId == kept.ChildId))
            .Select(one => one.Id).SingleAsync(Given.Now));
        var notice = (await app.TouchpointsAsync(kept.ChildId, "AR-04")).Single(one => one.EventId == decision);
        (await staff.PageAsync(notice.Address())).MainText.ShouldContain("We do not change the plan after all");
        (await staff.FillInAsync(notice.Address(), ("Way", "Release"))).One(".summary").TextContent.ShouldContain("Write the reasons");
        (await staff.FillInAsync(notice.Address(), ("Way", "Release"), ("Words", "Because the help is right."))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task SecondDraft_TheFirstNoticeFallsAway_AndItIsAnsweredAnew()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var today = app.Today();
        var record = await staff.LoggedAsync(family.ChildId, today.AddDays(-100));
        await staff.RecordedAsync(record, "DecidedToAssess", today.AddDays(-60));
        await staff.RecordedAsync(record, "DecidedToIssue", today.AddDays(-20));
        await staff.RecordedAsync(record, "DraftServed", today.AddDays(-3), ("SentBy", "Portal"));
        await staff.RecordedAsync(record, "DraftAnswered", today.AddDays(-1));
        await staff.RecordedAsync(record, "DraftServed", today, ("SentBy", "Portal"));

        var notices = await app.TouchpointsAsync(family.ChildId, "NA-15");
        notices.Count(one => one.State == TouchpointState.Cancelled).ShouldBe(1);
        notices.Count(one => one.State == TouchpointState.Waiting).ShouldBe(1);
        (await app.TouchpointsAsync(family.ChildId, "NA-16")).Count(one => one.State == TouchpointState.Planned).ShouldBe(1);
        await staff.RecordedAsync(record, "DraftAnswered", today);
    }

    private async Task<Touchpoint> OneAsync(MadeFamily family, string code) => (await app.TouchpointsAsync(family.ChildId, code)).ShouldHaveSingleItem();
}
