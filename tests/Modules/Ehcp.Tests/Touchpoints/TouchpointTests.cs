using System.Net;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Ehcp.Tests.Touchpoints;

/// <summary>What a family hears, driven by the real events. The clock stands on a Tuesday morning, when messages may leave.</summary>
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
    public async Task Catalogue_Has41Rows_IsShownToStaff_AndNoDecisionLeavesByItself()
    {
        var kinds = await app.AskAsync(context => context.TouchpointKinds.ToListAsync(Given.Now));
        kinds.Count.ShouldBe(41);
        kinds.Where(kind => kind.Title.Contains("Decision", StringComparison.Ordinal) || kind.Title.Contains("plan", StringComparison.Ordinal))
            .Where(kind => kind.Code is "NA-07" or "NA-13" or "NA-15" or "NA-18" or "AR-04" or "AR-06" or "DL-01").Count(kind => kind.Mode == TouchpointMode.Prepared).ShouldBe(6);
        using var staff = await app.SignInAsAsync(Roles.HeadOfSend);

        var page = await staff.PageAsync("/staff/ehcp/touchpoints");

        page.All("main tbody tr").Count.ShouldBe(41);
        (await staff.PageAsync("/staff/ehcp/records")).All("a[href='/staff/ehcp/touchpoints']").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Request_IsAcknowledgedToTheFamily_Once_AndOnlyWhatArrivedCounts()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);

        var record = await staff.LoggedAsync(family.ChildId, app.Today());

        (await StateAsync(family.ParentId, "NA-01")).ShouldBe(TouchpointState.Asked);
        (await staff.PageAsync(record)).DateRow("Say that the request is here").ShouldContain("Open");
        await app.SendMessagesAsync();
        await app.SendMessagesAsync();

        (await StateAsync(family.ParentId, "NA-01")).ShouldBe(TouchpointState.Made);
        var page = await staff.PageAsync(record);
        page.DateRow("Say that the request is here").ShouldContain("In time");
        page.MainText.ShouldContain("Deciding whether to assess");
        (await app.AskAsync(context => context.Events.CountAsync(one => one.Kind == EventKind.Acknowledged, Given.Now))).ShouldBe(1);
        (await SentAsync(family.ParentId, Planner.Received)).ShouldBe(1);
    }

    [Fact]
    public async Task Request_OfAChildWhoseParentMayNotBeTold_TellsNobody()
    {
        var family = await app.FamilyAsync();
        await app.HoldAsync(family, HeldReason.NoContactOrder);
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);

        await staff.LoggedAsync(family.ChildId, app.Today());
        await app.SendMessagesAsync();

        (await app.AskAsync(context => context.Touchpoints.AnyAsync(one => one.PersonId == family.ParentId, Given.Now))).ShouldBeFalse();
        (await SentAsync(family.ParentId, Planner.Received)).ShouldBe(0);
    }

    [Fact]
    public async Task No_IsReleasedOnlyAfterTheCall_FromMyWork()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-30));
        await staff.RecordedAsync(record, "DecidedNotToAssess", app.Today(), ("Note", "Made-up reasons"));
        (await StateAsync(family.ParentId, "NA-07")).ShouldBe(TouchpointState.Waiting, "nothing of a decision leaves by itself");
        var waiting = await IdAsync(family.ParentId, "NA-07");
        var address = $"{record}/touchpoints/{waiting}";
        (await staff.PageAsync("/staff")).All($"a[href='{address}']").ShouldNotBeEmpty();

        var refused = await staff.FillInAsync(address, ("HasSpoken", "false"));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.One(".summary").TextContent.ShouldContain("Call first");
        (await staff.FillInAsync(address)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await staff.FillInAsync(address, ("HasSpoken", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await staff.PageAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, "it is released once");

        await app.SendMessagesAsync();
        (await StateAsync(family.ParentId, "NA-07")).ShouldBe(TouchpointState.Made);
        (await staff.PageAsync("/staff")).All($"a[href='{address}']").ShouldBeEmpty();
    }

    [Fact]
    public async Task Task_IsDoneWhenSomebodyHasSpoken()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today());
        var address = $"{record}/touchpoints/{await IdAsync(family.ParentId, "NA-02")}";

        (await staff.FillInAsync(address, ("HasSpoken", "false"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await staff.FillInAsync(address, ("HasSpoken", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await StateAsync(family.ParentId, "NA-02")).ShouldBe(TouchpointState.Made);
        (await app.TrailOfAsync(family.ParentId)).ShouldContain(EhcpAudit.TouchpointMade.Name);
    }

    [Theory]
    [InlineData(false, "Asked")]
    [InlineData(true, "Cancelled")]
    public async Task Reminder_OnDay10_LeavesOnce_UnlessTheFamilyHasAnswered(bool answers, string state)
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-100));
        await staff.RecordedAsync(record, "DecidedToAssess", app.Today().AddDays(-60));
        await staff.RecordedAsync(record, "DecidedToIssue", app.Today().AddDays(-5));
        await staff.RecordedAsync(record, "DraftServed", app.Today(), ("SentBy", "Portal"));
        app.Clock.Move(TimeSpan.FromDays(8));
        await RunJobsAsync();
        (await StateAsync(family.ParentId, "NA-16")).ShouldBe(TouchpointState.Planned, "its day has not come");
        if (answers)
        {
            using var later = await app.SignInAsAsync(Roles.EhcCoordinator);
            await later.RecordedAsync(record, "DraftAnswered", app.Today());
        }

        app.Clock.Move(TimeSpan.FromDays(1));
        await RunJobsAsync();
        await RunJobsAsync();

        (await StateAsync(family.ParentId, "NA-16")).ToString().ShouldBe(state);
    }

    private Task RunJobsAsync() => app.Services.GetRequiredService<JobRunner>().RunDueAsync(Given.Now);

    private Task<TouchpointState> StateAsync(Guid personId, string code) =>
        app.AskAsync(context => context.Touchpoints.Where(one => one.PersonId == personId && one.Code == code).Select(one => one.State).SingleAsync(Given.Now));

    private Task<Guid> IdAsync(Guid personId, string code) =>
        app.AskAsync(context => context.Touchpoints.Where(one => one.PersonId == personId && one.Code == code).Select(one => one.Id).SingleAsync(Given.Now));

    private Task<int> SentAsync(Guid personId, string template) => app.AskAsync(context => context.Database
        .SqlQuery<int>($"select count(*)::int as \"Value\" from messaging.messages where person_id = {personId} and template = {template}").SingleAsync(Given.Now));
}
