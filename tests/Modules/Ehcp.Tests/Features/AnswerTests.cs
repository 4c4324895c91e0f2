using System.Net;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Tests.Features;

/// <summary>Whose answer to a draft is waited for, since when it counts, and what happens to one that comes too late. The clock stands on a Tuesday morning.</summary>
[Proves("ehcp")]
public sealed class AnswerTests(PostgresCluster cluster) : IAsyncLifetime
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
    public async Task Answer_BeforeThePostCountsAsServed_Counts_AndWhoMayNotSeeTheDraftStopsNobody()
    {
        var family = await app.FamilyAsync();
        var (noContact, worker) = (await app.PersonAsync(PersonKind.Adult), await app.PersonAsync(PersonKind.Professional));
        await app.RelateAsync(noContact, family.ChildId, RelationshipKind.Parent, decides: true);
        await app.RestrictAsync(family.ChildId, HeldReason.NoContactOrder, noContact);
        await app.RelateAsync(worker, family.ChildId, RelationshipKind.SocialWorker, decides: false);
        app.GoOn(2);
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var (record, own) = await DraftAsync(staff, family, "FirstClassPost");
        (await staff.PageAsync(record)).DateRow("Answer the draft plan").ShouldNotContain(app.Today().AddDays(14).Short(), Case.Sensitive, "the post takes two working days");
        using var parent = await app.SignInFamilyAsync(family.ParentId, factors: 2);

        (await parent.FillInAsync($"{own}/answer", ("Reply", "Agrees"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var page = await staff.PageAsync(record);
        page.DateRow("Answer the draft plan").ShouldContain("In time");
        page.MainText.ShouldContain("so it was served by then");
        (await app.AskAsync(context => context.Events.CountAsync(one => one.Kind == EventKind.DraftAnswered && one.HappenedOn == app.Today(), Given.Now))).ShouldBe(1);
    }

    [Fact]
    public async Task Answer_ThatComesAfterTheFinal_KeepsItsWords_AndSaysSo()
    {
        var family = await app.FamilyAsync();
        app.GoOn(2);
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var (record, own) = await DraftAsync(staff, family, "Portal");
        using var parent = await app.SignInFamilyAsync(family.ParentId, factors: 2);
        var form = await parent.PageAsync($"{own}/answer");
        await staff.RecordedAsync(record, "DraftAnswered", app.Today());
        await staff.BegunAsync(record);
        await staff.WrittenAsync(record, "Finalwords", withSchool: true);
        await staff.PlanSentAsync(record, "FinalSent", app.Today());

        var late = await form.SubmitAsync(parent, "main form[method=post]", ("Reply", "WantsChanges"), ("Words", "Typed for an hour"));

        late.Status.ShouldBe(HttpStatusCode.BadRequest);
        late.One(".summary").TextContent.ShouldContain("cannot be answered here any more");
        late.One("textarea[name=Words]").TextContent.ShouldContain("Typed for an hour");
    }

    [Fact]
    public async Task Reminder_ThatFellAwayWithAnAnswer_ComesBackWhenTheAnswerIsTakenBack()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.ToWriteAsync(family.ChildId, app.Today());
        await staff.RecordedAsync(record, "DraftServed", app.Today(), ("SentBy", "Portal"));
        await staff.RecordedAsync(record, "DraftAnswered", app.Today());
        (await app.TouchpointsAsync(family.ChildId, "NA-16")).ShouldHaveSingleItem().State.ShouldBe(TouchpointState.Cancelled);
        var id = await app.AskAsync(context => context.Events.Where(one => one.Kind == EventKind.DraftAnswered).Select(one => one.Id).SingleAsync(Given.Now));

        (await staff.FillInAsync($"{record}/events/{id}/take-back", ("Reason", "It was another family"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await app.TouchpointsAsync(family.ChildId, "NA-16")).ShouldHaveSingleItem().State.ShouldBe(TouchpointState.Planned);
    }

    [Fact]
    public async Task Adviser_WhoIsAskedAfterAnotherSentAdvice_NeverReadsIt()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        using var first = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.AdviceGiver, Scope.Everything)]);
        using var second = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.AdviceGiver, Scope.Everything)]);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-30));
        await staff.RecordedAsync(record, "DecidedToAssess", app.Today());
        await staff.RecordedAsync(record, "AdviceRequested", app.Today(), ("Adviser", "School"));
        var asked = await EventAsync(EventKind.AdviceRequested);
        (await staff.FillInAsync($"{record}/advice/{asked}/adviser", ("Email", $"{first.AccountId:n}@example.org"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await first.Client.FillInAsync($"/staff/ehcp/my-advice/{asked}", ("Advice", "Firstadvice"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await staff.FillInAsync($"{record}/events/{await EventAsync(EventKind.AdviceReceived)}/take-back", ("Reason", "The wrong report"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var refused = await staff.FillInAsync($"{record}/advice/{asked}/adviser", ("Email", $"{second.AccountId:n}@example.org"));
        refused.One(".summary").TextContent.ShouldContain("record it anew");
        (await staff.FillInAsync($"{record}/events/{asked}/take-back", ("Reason", "The wrong report"))).Status.ShouldBe(HttpStatusCode.Redirect);
        await staff.RecordedAsync(record, "AdviceRequested", app.Today(), ("Adviser", "School"));
        var again = await EventAsync(EventKind.AdviceRequested);
        (await staff.FillInAsync($"{record}/advice/{again}/adviser", ("Email", $"{second.AccountId:n}@example.org"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await second.Client.PageAsync($"/staff/ehcp/my-advice/{again}")).Body.ShouldNotContain("Firstadvice");
        (await first.Client.PageAsync($"/staff/ehcp/my-advice/{asked}")).Body.ShouldContain("Firstadvice", Case.Sensitive, "the control: what one sent stays one's own");

        Task<Guid> EventAsync(EventKind kind) => app.AskAsync(context => context.Events.Where(one => one.Kind == kind && one.WithdrawnAt == null).Select(one => one.Id).SingleAsync(Given.Now));
    }

    private async Task<(string Record, string Own)> DraftAsync(HttpClient staff, MadeFamily family, string sentBy)
    {
        var record = await staff.ToWriteAsync(family.ChildId, app.Today());
        await staff.BegunAsync(record);
        await staff.WrittenAsync(record, "Draftwords", withSchool: false);
        await staff.PlanSentAsync(record, "DraftServed", app.Today(), sentBy);
        return (record, await app.OwnPlanAsync(record));
    }
}
