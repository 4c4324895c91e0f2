using System.Net;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Tests.Features;

/// <summary>A plan that comes from another council, a no to another assessment, and what was taken back before it left. The clock stands on a Tuesday morning.</summary>
[Proves("ehcp")]
public sealed class MovedInTests(PostgresCluster cluster) : IAsyncLifetime
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
    public async Task Plan_FromAnotherCouncil_IsToldOf_AndANoToAnotherAssessmentLeavesAfterACall()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-20));
        await staff.RecordedAsync(record, "PlanTransferredIn", app.Today().AddDays(-10));
        var moved = await OneAsync(family, "ST-01");
        (await staff.FillInAsync(moved.Address(), ("Way", "Release"))).One(".summary").TextContent.ShouldContain("Write when you look at the plan again");
        (await staff.FillInAsync(moved.Address(), ("Way", "Release"), ("Words", "We look at it in May."))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await OneAsync(family, "ST-01")).Words.ShouldNotBeNull().ShouldContain("from another council");

        await staff.RecordedAsync(record, "ReassessmentRequested", app.Today().AddDays(-5));
        await staff.RecordedAsync(record, "DecidedNotToReassess", app.Today(), ("Note", "Made-up reasons"));
        var no = await OneAsync(family, "NA-07");
        using var parent = await app.SignInFamilyAsync(family.ParentId);
        (await parent.PageAsync("/my/ehc-plan")).MainText.ShouldNotContain("Appeal to the Tribunal", customMessage: "nobody reads a no before it has been said");
        (await staff.FillInAsync(no.Address(), ("Way", "Release"), ("Words", "Made-up reasons"))).Status.ShouldBe(HttpStatusCode.BadRequest, "it is said on the phone first");
        await staff.CalledAsync(record, family.ParentId);
        (await staff.FillInAsync(no.Address(), ("Way", "Release"))).One(".summary").TextContent.ShouldContain("Write the reasons");
        (await staff.FillInAsync(no.Address(), ("Way", "Release"), ("Words", "Made-up reasons"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await OneAsync(family, "NA-07")).Words.ShouldNotBeNull().ShouldSatisfyAllConditions(
            words => words.ShouldContain("not to assess again"), words => words.ShouldContain("You can appeal until 5 May 2026"), words => words.ShouldContain("Made-up reasons"));
    }

    [Fact]
    public async Task Message_OfAnEventThatIsTakenBackBeforeItLeaves_NeverLeaves()
    {
        var (wrong, right) = (await app.FamilyAsync(), await app.FamilyAsync());
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        foreach (var family in new[] { wrong, right })
        {
            var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-20));
            await staff.RecordedAsync(record, "DecidedToAssess", app.Today());
            (await staff.FillInAsync((await OneAsync(family, "NA-07")).Address(), ("Way", "Release"))).Status.ShouldBe(HttpStatusCode.Redirect);
        }

        var notice = await OneAsync(wrong, "NA-07");
        (await staff.FillInAsync($"/staff/ehcp/records/{notice.RecordId}/events/{notice.EventId}/take-back", ("Reason", "It was another family"))).Status.ShouldBe(HttpStatusCode.Redirect);
        await app.LaterTodayAsync();
        await app.LiveAsync(20);

        (await OneAsync(right, "NA-07")).State.ShouldBe(TouchpointState.Made, "the control leaves");
        (await OneAsync(wrong, "NA-07")).State.ShouldBe(TouchpointState.Cancelled, "nobody is asked to tell them in another way");
        (await app.AskAsync(context => context.Database.SqlQuery<string>($"select distinct state as \"Value\" from messaging.messages where occurrence_key = {notice.OccurrenceKey}").ToListAsync(Given.Now)))
            .ShouldNotContain("delivered");
    }

    private async Task<Touchpoint> OneAsync(MadeFamily family, string code) => (await app.TouchpointsAsync(family.ChildId, code)).ShouldHaveSingleItem();
}
