using System.Net;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Tests.Touchpoints;

/// <summary>Nobody who waits hears nothing for 14 days unless somebody saw it on days 10 and 13.</summary>
[Proves("ehcp")]
public sealed class SilenceTests(PostgresCluster cluster) : IAsyncLifetime
{
    private readonly App app = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        app.Clock.StandAt(new DateTimeOffset(2026, 3, 3, 10, 0, 0, TimeSpan.Zero));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task NothingArrives_SeenOnDays10And13And14_ByTheRightPeople_UntilSomebodyCalls()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.EhcCoordinator, Scope.Everything)]);
        var record = await staff.Client.LoggedAsync(family.ChildId, app.Today());
        await QuietAsync(9);
        (await DaysAsync(family)).ShouldBeEmpty();
        await QuietAsync(1);
        (await DaysAsync(family)).ShouldBe([10]);
        (await InMyWorkAsync(Roles.TeamManager, record)).ShouldBeFalse();
        await QuietAsync(3);
        (await DaysAsync(family)).ShouldBe([10, 13]);
        (await InMyWorkAsync(Roles.TeamManager, record)).ShouldBeTrue();
        (await InMyWorkAsync(Roles.HeadOfSend, record)).ShouldBeFalse();
        await QuietAsync(1);
        await QuietAsync(10);
        (await DaysAsync(family)).ShouldBe([10, 13, 14], "each once");
        (await InMyWorkAsync(Roles.HeadOfSend, record)).ShouldBeTrue();
        using var own = await app.SignInAgainAsync(staff.AccountId);
        (await own.PageAsync("/staff/ehcp/silence")).All($"a[href='{record}']").ShouldNotBeEmpty();

        var call = (await app.TouchpointsAsync(family.ChildId, TouchpointKind.News)).Where(one => one.Mode == TouchpointMode.Task).ShouldHaveSingleItem();
        (await own.PageAsync("/staff")).All($"a[href='{call.Address()}']").ShouldNotBeEmpty();
        (await own.FillInAsync(call.Address(), ("Way", "Spoken"), ("Words", "The psychologist comes on Monday."))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await own.PageAsync("/staff/ehcp/silence")).All($"a[href='{record}']").ShouldBeEmpty();
        (await InMyWorkAsync(Roles.TeamManager, record)).ShouldBeFalse();
    }

    [Fact]
    public async Task NewsThatSaysTheSameTwice_IsACallToMake()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        await staff.LoggedAsync(family.ChildId, app.Today());

        await app.LiveAsync(30);

        var news = await app.TouchpointsAsync(family.ChildId, TouchpointKind.News);
        var sent = news.Where(one => one.Mode == TouchpointMode.Automatic).ToList();
        sent.Count.ShouldBeGreaterThanOrEqualTo(2);
        sent.ShouldAllBe(one => one.State == TouchpointState.Made && one.IsUseful);
        sent[0].Words.ShouldBe(sent[1].Words);
        sent[0].Words.ShouldNotBeNull().ShouldContain("The council acts next. We tell you whether we will assess: by");
        news.Where(one => one.Mode == TouchpointMode.Task).ShouldHaveSingleItem().Occasion.ShouldStartWith(SilenceGuard.SameWords);
        (await DaysAsync(family)).ShouldBeEmpty("news came in time");
    }

    [Fact]
    public async Task NewsWithoutADayToCome_DoesNotEndTheSilence()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-60));

        await app.LiveAsync(16);

        var news = (await app.TouchpointsAsync(family.ChildId, "DL-02")).ShouldHaveSingleItem();
        news.State.ShouldBe(TouchpointState.Made);
        news.IsUseful.ShouldBeFalse();
        (await DaysAsync(family)).ShouldBe([10, 13, 14]);
    }

    [Fact]
    public async Task NobodyMayBeTold_TheRecordStandsInMyWork_AndAPlanInPlaceIsNoSilence()
    {
        var (held, done) = (await app.FamilyAsync(), await app.FamilyAsync());
        await app.HoldAsync(held, HeldReason.NoParentalResponsibility);
        using var staff = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.EhcCoordinator, Scope.Everything)]);
        var record = await staff.Client.LoggedAsync(held.ChildId, app.Today());
        var inPlace = await staff.Client.LoggedAsync(done.ChildId, app.Today().AddDays(-100));
        await staff.Client.RecordedAsync(inPlace, "DecidedToAssess", app.Today().AddDays(-60));
        await staff.Client.RecordedAsync(inPlace, "DecidedToIssue", app.Today().AddDays(-40));
        await staff.Client.RecordedAsync(inPlace, "DraftServed", app.Today().AddDays(-30), ("SentBy", "Portal"));
        await staff.Client.RecordedAsync(inPlace, "FinalSent", app.Today());

        await QuietAsync(15);

        using var own = await app.SignInAgainAsync(staff.AccountId);
        (await own.PageAsync("/staff")).MainText.ShouldContain("Nobody is on the record who may be told");
        var page = await own.PageAsync("/staff/ehcp/silence");
        page.All($"a[href='{record}']").ShouldNotBeEmpty();
        page.All($"a[href='{inPlace}']").ShouldBeEmpty();
    }

    /// <summary>Messages arrive on some days and not on others, and officers record and call as they please: whoever waited longer was seen.</summary>
    [Fact]
    public async Task RandomDays_NobodyWaitsLongerThan14DaysUnseen()
    {
        const int Families = 6;
        const int Days = 70;
        var random = new Random(11);
        List<MadeFamily> families = [];
        using var staff = await app.SignInWithAsync(ActorKind.Staff, [new Grant(Roles.EhcCoordinator, Scope.Everything)]);
        for (var i = 0; i < Families; i++)
        {
            families.Add(await app.FamilyAsync());
            await staff.Client.LoggedAsync(families[i].ChildId, app.Today().AddDays(-i * 9));
        }

        for (var day = 0; day < Days; day++)
        {
            app.GoOn();
            await app.HandOutAsync();
            if (random.Next(6) == 0)
            {
                await app.LaterTodayAsync();
            }

            if (random.Next(5) == 0)
            {
                await SpeakAsync(staff.AccountId, families[random.Next(Families)]);
            }
        }

        var longer = 0;
        foreach (var family in families)
        {
            longer += await UnseenAsync(family);
        }

        longer.ShouldBeGreaterThan(0, "the positive control: some waited longer, and were seen");
    }

    /// <returns>How many gaps were longer than 14 days; each was seen on days 10 and 13.</returns>
    private async Task<int> UnseenAsync(MadeFamily family)
    {
        var record = await app.AskAsync(context => context.Records.SingleAsync(one => one.ChildId == family.ChildId, Given.Now));
        var told = await app.AskAsync(context => context.Touchpoints
            .Where(one => one.RecordId == record.Id && one.PersonId == family.ParentId && one.State == TouchpointState.Made && one.IsUseful).Select(one => one.SettledAt!.Value).ToListAsync(Given.Now));
        var alerts = await app.AskAsync(context => context.SilenceAlerts.Where(one => one.RecordId == record.Id && one.PersonId == family.ParentId).ToListAsync(Given.Now));
        List<DateOnly> days = [UkTime.DateIn(record.RecordedAt), .. told.Select(UkTime.DateIn).Distinct().Order(), app.Today()];
        var longer = days.Zip(days.Skip(1)).Where(gap => gap.Second.DayNumber - gap.First.DayNumber > 14).ToList();
        foreach (var (since, until) in longer)
        {
            alerts.Where(alert => alert.Since == since && UkTime.DateIn(alert.RaisedAt) == since.AddDays(alert.Day)).Select(alert => alert.Day).Order().ToList()
                .ShouldBe([10, 13, 14], $"from {since.Long()} to {until.Long()}");
        }

        return longer.Count;
    }

    private async Task SpeakAsync(Guid officer, MadeFamily family)
    {
        var waiting = await app.AskAsync(context => context.Touchpoints.AsNoTracking()
            .Where(one => one.PersonId == family.ParentId && one.State == TouchpointState.Waiting && one.Mode == TouchpointMode.Task).OrderBy(one => one.Id).FirstOrDefaultAsync(Given.Now));
        if (waiting is not null)
        {
            using var staff = await app.SignInAgainAsync(officer);
            (await staff.FillInAsync(waiting.Address(), ("Way", "Spoken"))).Status.ShouldBe(HttpStatusCode.Redirect);
        }
    }

    /// <summary>The days come, and no message leaves.</summary>
    private async Task QuietAsync(int days)
    {
        for (var day = 0; day < days; day++)
        {
            app.GoOn();
            await app.HandOutAsync();
        }
    }

    private Task<List<int>> DaysAsync(MadeFamily family) => app.AskAsync(context => context.SilenceAlerts
        .Where(alert => alert.PersonId == family.ParentId).OrderBy(alert => alert.Day).Select(alert => alert.Day).ToListAsync(Given.Now));

    private async Task<bool> InMyWorkAsync(string role, string record)
    {
        using var staff = await app.SignInAsAsync(role);
        return (await staff.PageAsync("/staff")).All($"a[href='{record}']").Count > 0;
    }
}
