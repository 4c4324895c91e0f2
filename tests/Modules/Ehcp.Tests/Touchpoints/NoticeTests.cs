using System.Net;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Ehcp.Tests.Touchpoints;

/// <summary>What the law wants in writing: who may end it, what happens when it comes back, and what cannot leave before it has arrived.</summary>
[Proves("ehcp")]
public sealed class NoticeTests(PostgresCluster cluster) : IAsyncLifetime
{
    private static readonly DateTimeOffset Tuesday = new(2026, 3, 3, 10, 0, 0, TimeSpan.Zero);

    private readonly App app = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        app.Clock.StandAt(Tuesday);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task No_WhenNobodyAnswers_LeavesAfterTwoDays_AndUntilThenNewsSaysNothingOfIt()
    {
        var family = await app.FamilyAsync();
        using var officer = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.EhcCoordinator, Scope.Everything)]);
        var record = await officer.Client.LoggedAsync(family.ChildId, app.Today().AddDays(-30));
        await officer.Client.RecordedAsync(record, "DecidedNotToAssess", app.Today(), ("Note", "Made-up reasons"));
        var decision = await OneAsync(family, "NA-07");
        await officer.Client.CalledAsync(record, family.ParentId, "NobodyAnswered");
        (await officer.Client.FillInAsync(decision.Address(), ("Way", "Release"), ("Words", "Reasons"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await officer.Client.FillInAsync((await OneAsync(family, "NA-03")).Address(), ("Way", "Release"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await OneAsync(family, "NA-03")).Words.ShouldNotBeNull().ShouldContain("Where you are: Deciding whether to assess");

        app.GoOn();
        using var later = await app.SignInAgainAsync(officer.AccountId);
        await later.CalledAsync(record, family.ParentId, "NobodyAnswered");
        (await later.FillInAsync(decision.Address(), ("Way", "Release"), ("Words", "Reasons"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await OneAsync(family, "NA-07")).Words.ShouldNotBeNull().ShouldContain("Where you are: We said no to an assessment");
    }

    [Fact]
    public async Task Notice_ThatCameBack_IsReleasedAgain_NeverSpoken_AndEndedWithoutByAManagerOnly()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-30));
        await staff.RecordedAsync(record, "DecidedToAssess", app.Today());
        var notice = await OneAsync(family, "NA-07");
        (await staff.FillInAsync(notice.Address(), ("Way", "Release"))).Status.ShouldBe(HttpStatusCode.Redirect);
        await app.DeliverAsync();
        await app.SettledAsync(notice, MessageOutcome.Returned, null);
        (await OneAsync(family, "NA-07")).State.ShouldBe(TouchpointState.NotMade);

        (await staff.FillInAsync(notice.Address(), ("Way", "Spoken"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await staff.FillInAsync(notice.Address(), ("Way", "NotNeeded"), ("Reason", "No address"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await staff.PageAsync(notice.Address())).MainText.ShouldContain("The law wants it in writing");
        (await staff.FillInAsync(notice.Address(), ("Way", "Release"))).Status.ShouldBe(HttpStatusCode.Redirect);
        await app.DeliverAsync();

        (await OneAsync(family, "NA-07")).State.ShouldBe(TouchpointState.Made, "another message has left and arrived");
        await app.SettledAsync(notice, MessageOutcome.Returned, null);
        using var manager = await app.SignInAsAsync(Roles.TeamManager);
        (await manager.FillInAsync(notice.Address(), ("Way", "NotNeeded"), ("Reason", "They collected it"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await OneAsync(family, "NA-07")).NotNeededBecause.ShouldBe("They collected it");
    }

    [Fact]
    public async Task Final_IsRefused_UntilTheDraftHasArrived_AndAfterItCameBack()
    {
        var family = await app.FamilyAsync();
        using var officer = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.EhcCoordinator, Scope.Everything)]);
        var record = await officer.Client.LoggedAsync(family.ChildId, app.Today().AddDays(-100));
        await officer.Client.RecordedAsync(record, "DecidedToAssess", app.Today().AddDays(-60));
        await officer.Client.RecordedAsync(record, "DecidedToIssue", app.Today().AddDays(-20));
        await officer.Client.RecordedAsync(record, "DraftServed", app.Today(), ("SentBy", "Portal"));
        var draft = await OneAsync(family, "NA-15");
        app.GoOn(16);
        using var staff = await app.SignInAgainAsync(officer.AccountId);
        (await staff.RecordAsync(record, "FinalSent", app.Today())).One(".summary").TextContent.ShouldContain("Nobody has the draft yet");
        (await staff.FillInAsync(draft.Address(), ("Way", "Release"))).Status.ShouldBe(HttpStatusCode.Redirect);
        await app.DeliverAsync();
        (await staff.RecordAsync(record, "FinalSent", app.Today())).One(".summary").TextContent.ShouldContain("or when they have answered", Case.Sensitive, "the fifteen days begin when they have it");
        await app.SettledAsync(draft, MessageOutcome.Returned, null);
        // After Easter: nothing leaves on a weekend or a bank holiday.
        app.GoOn(19);
        using var later = await app.SignInAgainAsync(officer.AccountId);
        (await later.RecordAsync(record, "FinalSent", app.Today())).One(".summary").TextContent.ShouldContain("came back");
        (await later.PageAsync(draft.Address())).MainText.ShouldContain("the final plan cannot leave");
        (await later.FillInAsync(draft.Address(), ("Way", "Release"))).Status.ShouldBe(HttpStatusCode.Redirect);
        await app.DeliverAsync();
        app.GoOn(15);
        using var last = await app.SignInAgainAsync(officer.AccountId);
        await last.RecordedAsync(record, "FinalSent", app.Today());
    }

    [Fact]
    public async Task ChangedFinal_WaitsForTheAnswerOrTheFifteenDays()
    {
        var family = await app.FamilyAsync();
        using var officer = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.EhcCoordinator, Scope.Everything)]);
        var record = await officer.Client.LoggedAsync(family.ChildId, app.Today().AddDays(-500));
        foreach (var (kind, days) in new[] { ("DecidedToAssess", -460), ("DecidedToIssue", -400), ("DraftServed", -390), ("DraftAnswered", -380), ("FinalSent", -360), ("ReviewMeetingHeld", -5), ("AmendmentServed", 0) })
        {
            await officer.Client.RecordedAsync(record, kind, app.Today().AddDays(days), ("SentBy", "Portal"));
        }

        var notice = await OneAsync(family, "AR-04");
        (await officer.Client.FillInAsync(notice.Address(), ("Way", "Release"))).Status.ShouldBe(HttpStatusCode.Redirect);
        await app.DeliverAsync();
        app.GoOn(14);
        using var staff = await app.SignInAgainAsync(officer.AccountId);
        var early = await staff.RecordAsync(record, "AmendedFinalSent", app.Today());
        early.Status.ShouldBe(HttpStatusCode.BadRequest);
        early.One(".summary").TextContent.ShouldContain("or when they have answered");
        await staff.RecordedAsync(record, "AmendmentAnswered", app.Today());
        await staff.RecordedAsync(record, "AmendedFinalSent", app.Today());
    }

    /// <summary>Posted on Tuesday 3 March, served on Thursday 5 March: the fifteen days, and the reminder in them, begin there.</summary>
    [Fact]
    public async Task Reminder_OfADraftThatWasPosted_CountsFromTheDayOfService()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.ToWriteAsync(family.ChildId, app.Today());
        await staff.RecordedAsync(record, "DraftServed", app.Today(), ("SentBy", "FirstClassPost"));
        (await OneAsync(family, "NA-15")).State.ShouldBe(TouchpointState.Waiting, "the notice itself is released at once");

        await app.LiveAsync(10);
        (await OneAsync(family, "NA-16")).State.ShouldBe(TouchpointState.Planned);
        await app.LiveAsync(1);

        (await OneAsync(family, "NA-16")).AskedAt.ShouldNotBeNull();
    }

    private async Task<Touchpoint> OneAsync(MadeFamily family, string code) => (await app.TouchpointsAsync(family.ChildId, code)).ShouldHaveSingleItem();
}
