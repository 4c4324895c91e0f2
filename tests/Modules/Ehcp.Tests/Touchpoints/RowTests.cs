using System.Net;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Tests.Touchpoints;

/// <summary>For each row of the catalogue that something in the product starts: the real event is driven, and the message or the task is seen.</summary>
[Proves("ehcp")]
public sealed class RowTests(DrivenRows rows, PostgresCluster cluster) : IClassFixture<DrivenRows>
{
    private readonly App app = rows.App;

    public static TheoryData<string> Codes => new(DrivenRows.Rows.Keys.Where(code => code != DrivenRows.OnTheSwitch));

    [Theory]
    [MemberData(nameof(Codes))]
    public Task Row_RealEvent_MessageLeaves_OrTaskStandsInMyWorkAndIsDone(string code) => CameAsync(rows, code);

    /// <summary>Two days before the made-up young people of 16 decide themselves, on a host that begins there.</summary>
    [Fact]
    public async Task Row_OfTheDayOnWhichDecisionsPass_MessageLeaves()
    {
        await using var later = new DrivenRows(cluster);
        await later.App.InitializeAsync();
        await later.DriveAsync(new DateTimeOffset(2026, 6, 24, 9, 0, 0, TimeSpan.Zero), [DrivenRows.OnTheSwitch]);

        await CameAsync(later, DrivenRows.OnTheSwitch);
    }

    /// <summary>Six months before decisions pass, a child is still a child: no message of ours goes to them, and an officer who knows them tells them.</summary>
    [Fact]
    public async Task RightsChangeSoon_TheYoungPerson_IsATaskOfTheirOfficer_InWordsForThem()
    {
        app.Clock.StandAt(rows.End);
        var row = rows.Of(TouchpointKind.RightsSoon);
        var all = await app.TouchpointsAsync(row.Family.ChildId, TouchpointKind.RightsSoon);
        var own = all.Single(one => one.PersonId == row.Family.ChildId);
        (own.Mode, own.State).ShouldBe((TouchpointMode.Task, TouchpointState.Waiting));
        (await app.MessagesAsync(own)).ShouldBe(0);
        using var staff = await app.SignInAgainAsync(row.OfficerId);
        (await staff.PageAsync("/staff")).All($"a[href='{own.Address()}']").ShouldNotBeEmpty("it stands in My work");
        (await staff.PageAsync(own.Address())).MainText.ShouldContain("the choices about your plan are yours");

        (await staff.FillInAsync(own.Address(), ("Way", "Spoken"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var told = (await app.TouchpointsAsync(row.Family.ChildId, TouchpointKind.RightsSoon)).Single(one => one.Id == own.Id);
        told.State.ShouldBe(TouchpointState.Made);
        told.Words.ShouldNotBeNull().ShouldNotContain("your child");
        all.Single(one => one.PersonId == row.Family.ParentId).Words.ShouldNotBeNull().ShouldContain("your child");
    }

    [Fact]
    public async Task Catalogue_Has41Rows_EachIsDrivenAbove_AndNoDecisionLeavesByItself()
    {
        var kinds = await app.AskAsync(context => context.TouchpointKinds.OrderBy(kind => kind.Code).ToListAsync(Given.Now));

        kinds.Count.ShouldBe(41);
        kinds.Select(kind => kind.Code).ShouldBe(DrivenRows.Rows.Keys, ignoreOrder: true);
        kinds.ShouldAllBe(kind => kind.StartsWith.Length > 0, "something starts every row");
        kinds.Count(kind => kind.IsNotice).ShouldBe(10);
        kinds.Where(kind => kind.IsNotice).ShouldAllBe(kind => kind.Mode == TouchpointMode.Prepared);
        using var staff = await app.SignInAsAsync(Roles.HeadOfSend);
        var page = await staff.PageAsync("/staff/ehcp/touchpoints");
        page.All("main tbody tr").Count.ShouldBe(41);
        (await staff.PageAsync("/staff/ehcp/records")).All("a[href='/staff/ehcp/touchpoints']").ShouldNotBeEmpty();
    }

    private static async Task CameAsync(DrivenRows rows, string code)
    {
        var app = rows.App;
        app.Clock.StandAt(rows.End);
        var row = rows.Of(code);
        var (family, kind) = (row.Family, row.Kind);
        var touchpoint = row.Seen.ShouldNotBeNull(
            $"{code} never came: {string.Join(", ", (await app.TouchpointsAsync(family.ChildId, code)).Select(one => $"{one.State} since {one.CreatedAt.Moment()}, asked for on {one.AskedAt?.Moment()}, settled on {one.SettledAt?.Moment()}"))}");
        if (kind.Mode == TouchpointMode.Automatic)
        {
            touchpoint.State.ShouldBe(TouchpointState.Made);
            (await app.MessagesAsync(touchpoint)).ShouldBe(1);
            touchpoint.Words.ShouldNotBeNull().ShouldContain(kind.Words);
            return;
        }

        touchpoint.State.ShouldBe(TouchpointState.Waiting, "nothing of it leaves by itself");
        (await app.MessagesAsync(touchpoint)).ShouldBe(0);
        await DoneAsync(app, row.OfficerId, kind, touchpoint);
        await app.LaterTodayAsync();

        var done = (await app.TouchpointsAsync(family.ChildId, code)).Single(one => one.Id == touchpoint.Id);
        done.State.ShouldBe(TouchpointState.Made);
        done.Words.ShouldNotBeNull().ShouldContain(kind.Words);
        (await app.MessagesAsync(done)).ShouldBe(kind.Mode == TouchpointMode.Prepared ? 1 : 0);
    }

    private static async Task DoneAsync(App app, Guid officer, TouchpointKind kind, Touchpoint touchpoint)
    {
        using var staff = await app.SignInAgainAsync(officer);
        (await staff.PageAsync("/staff")).All($"a[href='{touchpoint.Address()}']").ShouldNotBeEmpty("it stands in My work");
        (string, string?)[] fields = kind switch
        {
            { Code: TouchpointKind.QuestionAnswered } => [("Answer", "On Monday."), ("Way", "Spoken")],
            { Mode: TouchpointMode.Task } => [("Way", "Spoken")],
            _ => [("Way", "Release"), ("Words", "We tell you more on Monday.")],
        };
        if (kind.Code is "NA-08" or "ST-01")
        {
            await staff.CalledAsync($"/staff/ehcp/records/{touchpoint.RecordId}", touchpoint.PersonId);
        }

        var page = await staff.FillInAsync(touchpoint.Address(), fields);
        page.Status.ShouldBe(HttpStatusCode.Redirect, page.MainText);
        (await staff.PageAsync("/staff")).All($"a[href='{touchpoint.Address()}']").ShouldBeEmpty();
    }
}
