using System.Net;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Security;
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
    public async Task NewsThatComesBack_EndsNoSilence_AndTheDaysThatPassedAreSeenAtOnce()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        await staff.LoggedAsync(family.ChildId, app.Today());
        await app.LiveAsync(9);
        await QuietAsync(6);
        (await DaysAsync(family)).ShouldBeEmpty("the control: news came in time");

        foreach (var told in await app.AskAsync(context => context.Touchpoints.Where(one => one.PersonId == family.ParentId && one.State == TouchpointState.Made).ToListAsync(Given.Now)))
        {
            await app.SettledAsync(told, MessageOutcome.Returned, null);
        }

        (await DaysAsync(family)).ShouldBe([10, 13, 14]);
    }

    /// <summary>A letter is known to have arrived days after it did. The next look was planned without knowing that.</summary>
    [Fact]
    public async Task WhatArrivedDaysAgo_EndedTheSilenceThen_AndTheTenthDayAfterItIsSeen()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        await staff.LoggedAsync(family.ChildId, app.Today());
        var arrivedAt = app.Clock.GetUtcNow().AddDays(9);
        await QuietAsync(15);
        (await OpenAsync(family)).ShouldBe([10, 13, 14], "the control: nobody knows that anything has arrived");

        await app.SettledAsync((await app.TouchpointsAsync(family.ChildId, TouchpointKind.Receipt)).Single(one => one.PersonId == family.ParentId), MessageOutcome.Made, null, arrivedAt);

        (await OpenAsync(family)).ShouldBeEmpty();
        await QuietAsync(3);
        (await OpenAsync(family)).ShouldBeEmpty("nine days");
        await QuietAsync(1);
        (await OpenAsync(family)).ShouldBe([10]);
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

    private Task<List<int>> OpenAsync(MadeFamily family) => app.AskAsync(context => context.SilenceAlerts
        .Where(alert => alert.PersonId == family.ParentId && alert.EndedAt == null).OrderBy(alert => alert.Day).Select(alert => alert.Day).ToListAsync(Given.Now));

    private async Task<bool> InMyWorkAsync(string role, string record)
    {
        using var staff = await app.SignInAsAsync(role);
        return (await staff.PageAsync("/staff")).All($"a[href='{record}']").Count > 0;
    }
}
