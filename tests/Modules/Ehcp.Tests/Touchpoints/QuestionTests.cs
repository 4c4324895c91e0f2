using System.Net;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Tests.Touchpoints;

/// <summary>What a family asks, who must answer, and who is told when nobody does; and what a family reads of what it was told.</summary>
[Proves("ehcp")]
public sealed class QuestionTests(PostgresCluster cluster) : IAsyncLifetime
{
    private const string Ask = "/my/ehc-plan/questions";
    private const string Messages = "/my/ehc-plan/messages";

    private readonly App app = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();

        // The evening before Good Friday of 2026.
        app.Clock.StandAt(new DateTimeOffset(2026, 4, 2, 22, 30, 0, TimeSpan.Zero));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Question_OverEaster_IsDueInThreeWorkingDays_AndClimbsOnceEach()
    {
        var (family, staff, record) = await LoggedAsync();
        using (var parent = await app.SignInFamilyAsync(family.ParentId))
        {
            var asked = await parent.FillInAsync(Ask, ("Words", "Who comes to see us?"));
            asked.Status.ShouldBe(HttpStatusCode.Redirect);
            (await parent.PageAsync(Ask)).MainText.ShouldContain("You have an answer by 9 April 2026");
        }

        var question = await QuestionAsync(family);
        question.DueOn.ShouldBe(new DateOnly(2026, 4, 9), "Good Friday and Easter Monday are no working days");
        var days = new Dictionary<DateOnly, int>();
        for (var day = 0; day < 40; day++)
        {
            app.GoOn();
            await app.HandOutAsync();
            var steps = (await QuestionAsync(family)).Steps;
            days.TryAdd(app.Today(), steps);
        }

        foreach (var (step, on) in new[] { (1, new DateOnly(2026, 4, 10)), (2, new DateOnly(2026, 4, 17)), (3, new DateOnly(2026, 4, 24)) })
        {
            days[on].ShouldBe(step);
            days[on.AddDays(-1)].ShouldBe(step - 1);
        }

        (await app.TrailOfAsync(family.ParentId)).Count(name => name == EhcpAudit.QuestionClimbed.Name).ShouldBe(3);
        foreach (var role in QuestionLadder.Climbs)
        {
            using var higher = await app.SignInAsAsync(role);
            (await higher.PageAsync("/staff")).All("a[href='/staff/ehcp/questions']").ShouldNotBeEmpty(role);
            var page = await higher.PageAsync("/staff/ehcp/questions");
            page.MainText.ShouldContain((await ReferenceAsync(family)));
            page.MainText.ShouldNotContain("Who comes to see us?");
        }

        using var own = await app.SignInAgainAsync(staff);
        (await own.FillInAsync($"{record}/questions/{question.Id}", ("Answer", "Late, and we are sorry."), ("Way", "Written"))).Status.ShouldBe(HttpStatusCode.Redirect);
        using var manager = await app.SignInAsAsync(Roles.TeamManager);
        (await manager.PageAsync("/staff/ehcp/questions")).MainText.ShouldContain("No question waits");
    }

    [Fact]
    public async Task Question_StandsInMyWorkOfTheCoordinator_IsAnsweredThere_AndStopsTheLadder()
    {
        app.GoOn(5);
        var (family, staff, record) = await LoggedAsync();
        using var parent = await app.SignInFamilyAsync(family.ParentId);
        (await parent.PageAsync("/my/ehc-plan")).All($"a[href='{Ask}']").ShouldNotBeEmpty();
        await parent.FillInAsync(Ask, ("Words", "Who comes to see us?"));
        await parent.FillInAsync(Ask, ("Words", "Who comes to see us?"));
        var question = await QuestionAsync(family);
        using var own = await app.SignInAgainAsync(staff);
        var address = $"{record}/questions/{question.Id}";
        (await own.PageAsync("/staff")).All($"a[href='{address}']").ShouldNotBeEmpty();
        (await own.PageAsync(address)).MainText.ShouldContain("Who comes to see us?");

        var empty = await own.FillInAsync(address, ("Answer", ""), ("Way", "Written"));
        empty.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await own.FillInAsync(address, ("Answer", "Kept words"))).One("textarea[name=Answer]").TextContent.ShouldContain("Kept words");
        (await own.FillInAsync(address, ("Answer", "A psychologist, on 4 May."), ("Way", "Written"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await own.PageAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, "it is answered once");
        (await own.PageAsync("/staff")).All($"a[href='{address}']").ShouldBeEmpty();
        (await parent.PageAsync(Ask)).MainText.ShouldContain("A psychologist, on 4 May.");
        await app.DeliverAsync();

        (await app.TouchpointsAsync(family.ChildId, TouchpointKind.QuestionAnswered)).ShouldHaveSingleItem().State.ShouldBe(TouchpointState.Made);
        for (var day = 0; day < 25; day++)
        {
            app.GoOn();
            await app.HandOutAsync();
        }

        (await QuestionAsync(family)).Steps.ShouldBe(0);
        (await app.TrailOfAsync(family.ParentId)).ShouldContain(EhcpAudit.QuestionAnswered.Name);
    }

    [Fact]
    public async Task Question_WithBadInput_SaysWhatToDo_AndNobodyElseReadsIt()
    {
        var (family, _, record) = await LoggedAsync();
        var other = await app.FamilyAsync();
        using var parent = await app.SignInFamilyAsync(family.ParentId);
        (await parent.FillInAsync(Ask, ("Words", " "))).One(".summary").TextContent.ShouldContain("Write your question");
        (await parent.FillInAsync(Ask, ("Words", new string('x', FamilyQuestion.MaximumWords + 1)))).Status.ShouldBe(HttpStatusCode.BadRequest);
        for (var number = 0; number < 10; number++)
        {
            (await parent.FillInAsync(Ask, ("Words", $"Number {number}"))).Status.ShouldBe(HttpStatusCode.Redirect);
        }

        var eleventh = await parent.FillInAsync(Ask, ("Words", "One more"));
        eleventh.One(".summary").TextContent.ShouldContain("Please call us");
        eleventh.One("textarea[name=Words]").TextContent.ShouldContain("One more");

        using var stranger = await app.SignInFamilyAsync(other.ParentId);
        (await stranger.PageAsync(Ask)).MainText.ShouldNotContain("Number 1");
        (await stranger.PageAsync(Messages)).MainText.ShouldContain("We have not told you anything yet");
        await app.HoldAsync(family, HeldReason.CareOrder);
        (await parent.PageAsync(Ask)).MainText.ShouldNotContain("Number 1");
        (await parent.PageAsync(Messages)).MainText.ShouldContain("We have not told you anything yet");
        record.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Family_ReadsWhatItWasTold_AndSaysThatItHasIt()
    {
        var (family, _, _) = await LoggedAsync();
        var receipt = (await app.TouchpointsAsync(family.ChildId, TouchpointKind.Receipt)).ShouldHaveSingleItem();
        using var parent = await app.SignInFamilyAsync(family.ParentId);
        (await parent.PageAsync("/my/ehc-plan")).All($"a[href='{Messages}']").ShouldNotBeEmpty();
        var before = await parent.PageAsync(Messages);
        before.MainText.ShouldContain("We have the request for an assessment");
        before.MainText.ShouldContain("on its way to you");

        var said = await before.SubmitAsync(parent, $"section[aria-labelledby='m-{receipt.Id}'] form");
        said.Status.ShouldBe(HttpStatusCode.Redirect);

        (await parent.PageAsync(Messages)).MainText.ShouldContain("that you have this");
        var told = (await app.TouchpointsAsync(family.ChildId, TouchpointKind.Receipt)).ShouldHaveSingleItem();
        told.State.ShouldBe(TouchpointState.Made, "confirmed is told, whatever becomes of the message");
        told.ConfirmedAt.ShouldNotBeNull();
        var (other, _, _) = await LoggedAsync();
        using var stranger = await app.SignInFamilyAsync(other.ParentId);
        (await (await stranger.PageAsync(Messages)).SubmitAsync(stranger, "main form[method=post]", ("Id", $"{receipt.Id}"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<(MadeFamily Family, Guid Staff, string Record)> LoggedAsync()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.EhcCoordinator, Scope.Everything)]);
        return (family, staff.AccountId, await staff.Client.LoggedAsync(family.ChildId, app.Today()));
    }

    private Task<FamilyQuestion> QuestionAsync(MadeFamily family) => app.AskAsync(context => context.Questions.AsNoTracking().SingleAsync(one => one.PersonId == family.ParentId, Given.Now));

    private Task<string> ReferenceAsync(MadeFamily family) => app.AskAsync(context => context.Records.Where(one => one.ChildId == family.ChildId).Select(one => one.Reference).SingleAsync(Given.Now));
}
