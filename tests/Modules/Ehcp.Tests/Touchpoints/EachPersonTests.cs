using System.Net;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Tests.Touchpoints;

/// <summary>Each person is told by themselves: nobody who is barred, nobody a no without a call, and everybody the draft before the final leaves.</summary>
[Proves("ehcp")]
public sealed class EachPersonTests(PostgresCluster cluster) : IAsyncLifetime
{
    private const string Own = "/my/ehc-plan";
    private const string SaidNo = "We said no to an assessment";

    private readonly App app = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();

        // A Tuesday in term; the young person does not decide yet.
        app.Clock.StandAt(new DateTimeOffset(2026, 3, 3, 10, 0, 0, TimeSpan.Zero));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task WhoeverIsBarred_IsNotNamed_AndNobodyCanSayThatTheyWereSpokenTo()
    {
        var family = await app.FamilyAsync();
        var name = $"Parent{family.Email.Split('.', '@')[1]}";
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today());
        using var parent = await app.SignInFamilyAsync(family.ParentId);
        await parent.FillInAsync($"{Own}/questions", ("Words", "Who comes to see us?"));
        var task = await OneAsync(family.ChildId, "NA-02");
        var receipt = await OneAsync(family.ChildId, TouchpointKind.Receipt);
        var question = $"{record}/questions/{(await OneAsync(family.ChildId, TouchpointKind.QuestionAnswered)).Occasion}";
        await app.SettledAsync(receipt, MessageOutcome.Returned, null);
        foreach (var address in new[] { task.Address(), receipt.Address(), question })
        {
            (await staff.PageAsync(address)).MainText.ShouldContain(name, Case.Sensitive, "nothing stands between them yet");
        }

        await app.HoldAsync(family, HeldReason.NoContactOrder);

        foreach (var address in new[] { task.Address(), receipt.Address(), question })
        {
            var page = await staff.PageAsync(address);
            page.MainText.ShouldContain("Say nothing of this child to this person");
            page.MainText.ShouldNotContain(name);
            page.MainText.ShouldNotContain("Tell them another way");
            var spoken = await staff.FillInAsync(address, ("Way", "Spoken"), ("Answer", "Somebody comes"));
            spoken.Status.ShouldBe(HttpStatusCode.BadRequest);
            spoken.One(".summary").TextContent.ShouldContain("Say nothing of this child");
            (await staff.FillInAsync(address, ("Way", "NotNeeded"), ("Reason", "There is an order"), ("Answer", "There is an order"))).Status.ShouldBe(HttpStatusCode.Redirect);
        }

        var ended = await OneAsync(family.ChildId, TouchpointKind.QuestionAnswered);
        (ended.State, ended.NotNeededBecause).ShouldBe((TouchpointState.Cancelled, "There is an order"));
        var asked = await app.AskAsync(context => context.Questions.AsNoTracking().SingleAsync(one => one.PersonId == family.ParentId, Given.Now));
        asked.AnsweredAt.ShouldNotBeNull();
        asked.Answer.ShouldBeNull("they could read it when the order ends");
    }

    [Fact]
    public async Task Task_ForWhoeverIsBarred_FallsAway_AndTheQuestionStays()
    {
        var (barred, other) = (await app.FamilyAsync(), await app.FamilyAsync());
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        foreach (var family in new[] { barred, other })
        {
            await staff.LoggedAsync(family.ChildId, app.Today());
        }

        using var parent = await app.SignInFamilyAsync(barred.ParentId);
        await parent.FillInAsync($"{Own}/questions", ("Words", "Who comes to see us?"));
        await app.HoldAsync(barred, HeldReason.NoContactOrder);
        await app.DeliverAsync();

        (await OneAsync(barred.ChildId, "NA-02")).State.ShouldBe(TouchpointState.Cancelled);
        (await OneAsync(barred.ChildId, TouchpointKind.QuestionAnswered)).State.ShouldBe(TouchpointState.Waiting, "somebody ends it with a reason");
        (await OneAsync(other.ChildId, "NA-02")).State.ShouldBe(TouchpointState.Waiting);
    }

    [Fact]
    public async Task No_IsNotRead_WhenOnlyOneOfItsNoticesIsEnded()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-30));
        await staff.RecordedAsync(record, "DecidedNotToAssess", app.Today(), ("Note", "Made-up reasons"));
        using var manager = await app.SignInAsAsync(Roles.TeamManager);
        (await manager.FillInAsync((await OneAsync(family.ChildId, "NA-08")).Address(), ("Way", "NotNeeded"), ("Reason", "It stands in the other"))).Status.ShouldBe(HttpStatusCode.Redirect);
        using var parent = await app.SignInFamilyAsync(family.ParentId);
        (await parent.PageAsync(Own)).MainText.ShouldNotContain(SaidNo);

        await ReleaseAsync(staff, record, await OneAsync(family.ChildId, "NA-07"));

        using var later = await app.SignInFamilyAsync(family.ParentId);
        (await later.PageAsync(Own)).MainText.ShouldContain(SaidNo);
    }

    [Fact]
    public async Task No_ThatNobodyCouldBeTold_IsHeldFromWhoeverComesLater_UntilTheirOwnNotice()
    {
        var child = await app.PersonAsync(PersonKind.Child, app.Today().AddYears(-10));
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(child, app.Today().AddDays(-30), ("AskedBy", "School"), ("AskerMailbox", "office@example.org"));
        await staff.RecordedAsync(record, "DecidedNotToAssess", app.Today(), ("Note", "Made-up reasons"));
        (await app.TouchpointsAsync(child, "NA-07")).ShouldBeEmpty();
        var mother = await app.PersonAsync(PersonKind.Adult);
        await app.AddEmailAsync(mother, $"{mother:n}@example.org");
        await app.RelateAsync(mother, child, RelationshipKind.Parent, decides: true);
        using var parent = await app.SignInFamilyAsync(mother);
        var before = await parent.PageAsync(Own);
        before.MainText.ShouldContain("Deciding whether to assess");
        before.MainText.ShouldNotContain(SaidNo);

        await app.DeliverAsync();
        await app.RelateAsync(await app.PersonAsync(PersonKind.Adult), child, RelationshipKind.StepParent, decides: false);
        await app.DeliverAsync();

        var notice = await OneAsync(child, "NA-07");
        (notice.PersonId, notice.State).ShouldBe((mother, TouchpointState.Waiting));
        (await OneAsync(child, "NA-08")).PersonId.ShouldBe(mother);
        (await parent.PageAsync(Own)).MainText.ShouldNotContain(SaidNo);
        await ReleaseAsync(staff, record, notice);
        using var later = await app.SignInFamilyAsync(mother);
        (await later.PageAsync(Own)).MainText.ShouldContain(SaidNo);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Final_IsRefused_UntilEachParentHasTheDraft_UnlessTheyAreBarredOrAManagerEndedIt(bool isBarred)
    {
        var family = await app.FamilyAsync();
        var father = await app.PersonAsync(PersonKind.Adult);
        await app.RelateAsync(father, family.ChildId, RelationshipKind.Parent, decides: true);
        using var officer = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.EhcCoordinator, Scope.Everything)]);
        var record = await officer.Client.LoggedAsync(family.ChildId, app.Today().AddDays(-100));
        await officer.Client.RecordedAsync(record, "DecidedToAssess", app.Today().AddDays(-60));
        await officer.Client.RecordedAsync(record, "DecidedToIssue", app.Today().AddDays(-20));
        await officer.Client.RecordedAsync(record, "DraftServed", app.Today(), ("SentBy", "Portal"));
        var drafts = await app.TouchpointsAsync(family.ChildId, DraftService.DraftNotice);
        (await officer.Client.FillInAsync(drafts.Single(one => one.PersonId == family.ParentId).Address(), ("Way", "Release"))).Status.ShouldBe(HttpStatusCode.Redirect);
        await app.DeliverAsync();
        app.GoOn(16);
        using var staff = await app.SignInAgainAsync(officer.AccountId);
        var early = await staff.RecordAsync(record, "FinalSent", app.Today());
        early.Status.ShouldBe(HttpStatusCode.BadRequest);
        early.One(".summary").TextContent.ShouldContain("Somebody who has a say does not have the draft yet");

        if (isBarred)
        {
            await app.RestrictAsync(family.ChildId, HeldReason.NoContactOrder, father);
        }
        else
        {
            using var manager = await app.SignInAsAsync(Roles.TeamManager);
            await manager.FillInAsync(drafts.Single(one => one.PersonId == father).Address(), ("Way", "NotNeeded"), ("Reason", "He collected it"));
        }

        await staff.RecordedAsync(record, "FinalSent", app.Today());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Receipt_ThatIsConfirmedOrSpoken_IsTheAcknowledgement(bool isConfirmed)
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        await staff.LoggedAsync(family.ChildId, app.Today());
        var receipt = await OneAsync(family.ChildId, TouchpointKind.Receipt);
        (await AcknowledgedAsync(receipt)).ShouldBe(0);
        if (isConfirmed)
        {
            using var parent = await app.SignInFamilyAsync(family.ParentId);
            await (await parent.PageAsync($"{Own}/messages")).SubmitAsync(parent, $"section[aria-labelledby='m-{receipt.Id}'] form");
        }
        else
        {
            await app.SettledAsync(receipt, MessageOutcome.Returned, null);
            (await staff.FillInAsync(receipt.Address(), ("Way", "Spoken"))).Status.ShouldBe(HttpStatusCode.Redirect);
        }

        (await AcknowledgedAsync(receipt)).ShouldBe(1);
        await app.SettledAsync(receipt, MessageOutcome.Made, null);
        (await AcknowledgedAsync(receipt)).ShouldBe(1, "once");
    }

    private Task<int> AcknowledgedAsync(Touchpoint receipt) =>
        app.AskAsync(context => context.Events.CountAsync(one => one.RecordId == receipt.RecordId && one.Kind == EventKind.Acknowledged, Given.Now));

    private async Task ReleaseAsync(HttpClient staff, string record, Touchpoint notice)
    {
        await staff.CalledAsync(record, notice.PersonId);
        (await staff.FillInAsync(notice.Address(), ("Way", "Release"), ("Words", "Reasons"))).Status.ShouldBe(HttpStatusCode.Redirect);
        await app.LaterTodayAsync();
    }

    private async Task<Touchpoint> OneAsync(Guid childId, string code) => (await app.TouchpointsAsync(childId, code)).ShouldHaveSingleItem();
}
