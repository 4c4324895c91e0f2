using System.Net;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.PlainWords;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Ehcp.Tests.Touchpoints;

/// <summary>What leaves, what waits, and what counts as told. The clock stands on a Tuesday morning, when messages may leave.</summary>
[Proves("ehcp")]
public sealed class TouchpointTests(PostgresCluster cluster) : IAsyncLifetime
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
    public async Task Receipt_ThatArrived_IsTheAcknowledgement_Once()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);

        var record = await staff.LoggedAsync(family.ChildId, app.Today());
        (await OneAsync(family, TouchpointKind.Receipt)).State.ShouldBe(TouchpointState.Asked, "on its way is not told");
        (await staff.PageAsync(record)).DateRow("Say that the request is here").ShouldContain("Open");
        await app.DeliverAsync();
        await app.DeliverAsync();

        var receipt = await OneAsync(family, TouchpointKind.Receipt);
        receipt.State.ShouldBe(TouchpointState.Made);
        receipt.IsUseful.ShouldBeTrue();
        var page = await staff.PageAsync(record);
        page.DateRow("Say that the request is here").ShouldContain("In time");
        page.MainText.ShouldContain("Deciding whether to assess");
        (await app.AskAsync(context => context.Events.CountAsync(one => one.Kind == EventKind.Acknowledged, Given.Now))).ShouldBe(1);
        (await app.MessagesAsync(receipt)).ShouldBe(1);
    }

    [Fact]
    public async Task Receipt_ThatFails_OrComesBack_IsNotTold_AndStandsInMyWorkUntilSomebodyTellsIt()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today());
        var receipt = await OneAsync(family, TouchpointKind.Receipt);
        await app.SettledAsync(receipt, MessageOutcome.NotMade, MessageChannel.Letter);
        (await OneAsync(family, TouchpointKind.Receipt)).State.ShouldBe(TouchpointState.Asked, "another channel is tried");
        await app.SettledAsync(receipt, MessageOutcome.Made, null);
        (await OneAsync(family, TouchpointKind.Receipt)).State.ShouldBe(TouchpointState.Made);

        await app.SettledAsync(receipt, MessageOutcome.Returned, null);

        (await OneAsync(family, TouchpointKind.Receipt)).State.ShouldBe(TouchpointState.NotMade, "a letter that came back was not told after all");
        (await staff.PageAsync("/staff")).All($"a[href='{receipt.Address()}']").ShouldNotBeEmpty();
        (await staff.PageAsync(receipt.Address())).MainText.ShouldContain("No message got through");
        (await staff.FillInAsync(receipt.Address(), ("Way", "Release"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await staff.FillInAsync(receipt.Address(), ("Way", "Spoken"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await OneAsync(family, TouchpointKind.Receipt)).State.ShouldBe(TouchpointState.Made);
        record.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Request_OfAChildWhoseParentMayNotBeTold_TellsNobody_AndOneOtherParentIsTold()
    {
        var (held, free) = (await app.FamilyAsync(), await app.FamilyAsync());
        await app.HoldAsync(held, HeldReason.NoContactOrder);
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);

        await staff.LoggedAsync(held.ChildId, app.Today());
        await staff.LoggedAsync(free.ChildId, app.Today());
        await app.LaterTodayAsync();

        (await app.AskAsync(context => context.Touchpoints.AnyAsync(one => one.PersonId == held.ParentId, Given.Now))).ShouldBeFalse();
        (await OneAsync(free, TouchpointKind.Receipt)).State.ShouldBe(TouchpointState.Made, "the positive control");
    }

    [Fact]
    public async Task No_IsReleasedOnlyAfterTheCallIsRecorded_AndLeavesAsTheOfficerSawIt()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-30));
        await staff.RecordedAsync(record, "DecidedNotToAssess", app.Today(), ("Note", "Made-up reasons"));
        var decision = await OneAsync(family, "NA-07");
        decision.State.ShouldBe(TouchpointState.Waiting, "nothing of a decision leaves by itself");

        using (var parent = await app.SignInFamilyAsync(family.ParentId))
        {
            var before = (await parent.PageAsync("/my/ehc-plan")).MainText;
            before.ShouldContain("Deciding whether to assess");
            before.ShouldNotContain("We said no", Case.Sensitive, "nobody has called them");
            before.ShouldNotContain("appeal");
        }

        await RefusedAsync();
        await staff.CalledAsync(record, family.ParentId, "NobodyAnswered");
        await RefusedAsync();
        await staff.CalledAsync(record, family.ParentId, "AskedToCallBack");
        await RefusedAsync();
        await staff.CalledAsync(record, family.ParentId);
        (await staff.FillInAsync(decision.Address(), ("Way", "Release"))).One(".summary").TextContent.ShouldContain("Write the reasons for the no");

        (await staff.FillInAsync(decision.Address(), ("Way", "Spoken"))).Status.ShouldBe(HttpStatusCode.BadRequest, "the law wants it in writing");
        (await staff.FillInAsync(decision.Address(), ("Way", "NotNeeded"), ("Reason", "They know"))).Status.ShouldBe(HttpStatusCode.BadRequest, "a notice that the law asks for");
        (await app.MessagesAsync(decision)).ShouldBe(0);
        var preview = await staff.PageAsync(decision.Address());
        (await staff.FillInAsync(decision.Address(), ("Way", "Release"), ("Words", "Come and see us on Monday."))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await staff.PageAsync(decision.Address())).Status.ShouldBe(HttpStatusCode.NotFound, "it is released once");
        await app.DeliverAsync();

        var told = await OneAsync(family, "NA-07");
        told.State.ShouldBe(TouchpointState.Made);
        told.CalledAt.ShouldNotBeNull();
        (await app.TrailOfAsync(family.ParentId)).ShouldContain(EhcpAudit.TouchpointMade.Name);
        using var later = await app.SignInAsAsync(Roles.EhcCoordinator);
        var sink = (await later.PageAsync("/staff/messaging/sink")).MainText;
        foreach (var words in told.Words!.Split("\n\n"))
        {
            sink.ShouldContain(words);
            (preview.MainText + " Come and see us on Monday.").ShouldContain(words);
        }

        using (var once = await app.SignInFamilyAsync(family.ParentId))
        {
            var status = await once.PageAsync("/my/ehc-plan");
            status.MainText.ShouldContain("We said no to an assessment");
            status.MainText.ShouldNotContain("Come and see us on Monday.", Case.Sensitive, "the reasons are read with two factors");
            status.All("main a[href='/my/security?return=%2Fmy%2Fehc-plan']").ShouldNotBeEmpty();
        }

        using (var parent = await app.SignInSurelyAsync(family.ParentId))
        {
            var after = (await parent.PageAsync("/my/ehc-plan")).MainText;
            after.ShouldContain("Come and see us on Monday.", Case.Sensitive, "the reasons as they were released");
            after.ShouldContain($"Send an appeal to the Tribunal: by {new DateOnly(2026, 5, 5).Long()}", Case.Sensitive, "two months later is a Sunday, and Monday is a bank holiday");
            after.ShouldNotContain("No date is set now");
        }

        // Neither a name nor a reason is in what left.
        sink.ShouldNotContain("Made-up reasons");
        sink.ShouldNotContain("Madeup");

        async Task RefusedAsync()
        {
            var refused = await staff.FillInAsync(decision.Address(), ("Way", "Release"), ("Words", "Kept words"));
            refused.Status.ShouldBe(HttpStatusCode.BadRequest);
            refused.One(".summary").TextContent.ShouldContain("Call first");
            refused.One("textarea[name=Words]").TextContent.ShouldContain("Kept words");
        }
    }

    [Fact]
    public async Task TwoReleaseAtOnce_OneMessageLeaves()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        await staff.LoggedAsync(family.ChildId, app.Today());
        var prepared = await OneAsync(family, "NA-03");

        var form = await staff.PageAsync(prepared.Address());

        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => form.SubmitAsync(staff, "main form[method=post]", [("Way", "Release")])));

        pages.Count(page => page.Status == HttpStatusCode.Redirect).ShouldBe(1);
        await app.LaterTodayAsync();
        (await app.MessagesAsync(prepared)).ShouldBe(1);
    }

    [Theory]
    [InlineData(false, TouchpointState.Made)]
    [InlineData(true, TouchpointState.Cancelled)]
    public async Task Reminder_OnDay10_Leaves_UnlessTheFamilyHasAnswered(bool answers, object state)
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.EhcCoordinator, Scope.Everything)]);
        var record = await staff.Client.LoggedAsync(family.ChildId, app.Today().AddDays(-100));
        await staff.Client.RecordedAsync(record, "DecidedToAssess", app.Today().AddDays(-60));
        await staff.Client.RecordedAsync(record, "DecidedToIssue", app.Today().AddDays(-20));
        await staff.Client.RecordedAsync(record, "DraftServed", app.Today(), ("SentBy", "Portal"));
        await app.LiveAsync(8);
        (await OneAsync(family, "NA-16")).State.ShouldBe(TouchpointState.Planned, "its day has not come");
        if (answers)
        {
            using var later = await app.SignInAgainAsync(staff.AccountId);
            await later.RecordedAsync(record, "DraftAnswered", app.Today());
        }

        await app.LiveAsync(9);

        (await OneAsync(family, "NA-16")).State.ShouldBe((TouchpointState)state);
    }

    [Fact]
    public async Task WhatIsTakenBack_DoesNotLeave()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-30));
        await staff.RecordedAsync(record, "DecidedToAssess", app.Today());
        var decision = await OneAsync(family, "NA-07");

        (await staff.FillInAsync($"{record}/events/{decision.EventId}/take-back", ("Reason", "The wrong family"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await OneAsync(family, "NA-07")).State.ShouldBe(TouchpointState.Cancelled);
        (await staff.PageAsync(decision.Address())).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task WhatIsWrittenDownLate_DoesNotLeaveByItself()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);

        await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-15));
        (await OneAsync(family, TouchpointKind.Receipt)).State.ShouldBe(TouchpointState.Waiting, "an officer looks first");
        var other = await app.FamilyAsync();
        await staff.LoggedAsync(other.ChildId, app.Today().AddDays(-14));
        (await OneAsync(other, TouchpointKind.Receipt)).State.ShouldBe(TouchpointState.Asked);
    }

    [Fact]
    public async Task NoticeOfDelay_FallsAwayWhenItIsInTime_AndNeedsTheReasonAndTheNewDate()
    {
        var (late, inTime) = (await app.FamilyAsync(), await app.FamilyAsync());
        using var staff = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.EhcCoordinator, Scope.Everything)]);
        await staff.Client.LoggedAsync(late.ChildId, app.Today().AddDays(-26));
        var record = await staff.Client.LoggedAsync(inTime.ChildId, app.Today().AddDays(-26));
        await app.LiveAsync(3);
        var limit = app.Today().AddDays(-3 - 26 + 42);
        var notice = await OneAsync(late, TouchpointKind.Delay);
        notice.DueOn.ShouldBeLessThanOrEqualTo(limit.AddDays(-7), "five working days before the limit");
        using var later = await app.SignInAgainAsync(staff.AccountId);
        await later.RecordedAsync(record, "DecidedToAssess", app.Today());

        (await OneAsync(inTime, TouchpointKind.Delay)).State.ShouldBe(TouchpointState.Cancelled);
        (await later.FillInAsync(notice.Address(), ("Way", "Release"))).One(".summary").TextContent.ShouldContain("the new date");
        (await later.FillInAsync(notice.Address(), ("Way", "Release"), ("Words", "A report is late. You hear from us by 2 April."))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await OneAsync(late, TouchpointKind.Delay)).Words.ShouldNotBeNull().ShouldContain("by 2 April");
    }

    [Fact]
    public async Task AfterADeath_WhatWaitsIsStopped_AndWhatWasTold_IsInThePersonsOwnCopy()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        await staff.LoggedAsync(family.ChildId, app.Today());
        (await OneAsync(family, "NA-03")).State.ShouldBe(TouchpointState.Waiting);

        await app.HoldAsync(family, HeldReason.Died);
        await app.DeliverAsync();

        (await OneAsync(family, "NA-03")).State.ShouldBe(TouchpointState.Cancelled);
        (await OneAsync(family, "NA-04")).State.ShouldBe(TouchpointState.Cancelled, "its day had not come");
        await using var scope = app.Scope();
        var copy = await scope.ServiceProvider.GetServices<IPersonalData>().OfType<TouchpointData>().Single().ExportAsync(family.ParentId, Given.Now);
        copy.SelectMany(part => part.Fields).ShouldContain(field => field.Value.Contains("We have the request for an assessment", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_OfEveryRow_CanBeReadAtEleven_AndStandInEasyReadToo()
    {
        const int MostWords = 15;
        var words = await app.AskAsync(context => context.TouchpointKinds.Select(kind => kind.Words).ToListAsync(Given.Now));

        foreach (var text in words)
        {
            ReadingAge.Of([text], ["SENDIASS", "SEND officer"]).Years.ShouldBeLessThanOrEqualTo(ReadingAge.OldestReader, text);
            text.Split(['.', '?'], StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(sentence => sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MostWords, text);
        }
    }

    private async Task<Touchpoint> OneAsync(MadeFamily family, string code) => (await app.TouchpointsAsync(family.ChildId, code)).ShouldHaveSingleItem();
}
