using System.Net;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Tests.Touchpoints;

/// <summary>A death was recorded by mistake, and days that somebody should have looked on passed meanwhile.</summary>
[Proves("ehcp")]
public sealed class DeathTakenBackTests(PostgresCluster cluster) : IAsyncLifetime
{
    private readonly App app = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        app.Clock.StandAt(new DateTimeOffset(2026, 3, 3, 10, 0, 0, TimeSpan.Zero));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Silence_AndALimitThatComesNear_AreSeenAgain()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-25));
        await app.DieAsync(family.ChildId);
        await QuietAsync(11);
        (await OpenAsync(family)).ShouldBeEmpty("nobody is silent towards the dead");
        (await app.TouchpointsAsync(family.ChildId, TouchpointKind.Delay)).ShouldBeEmpty();

        await app.LiveAfterAllAsync(family.ChildId);

        (await OpenAsync(family)).ShouldBe([10]);
        await app.HandOutAsync();
        (await app.TouchpointsAsync(family.ChildId, TouchpointKind.Delay)).ShouldHaveSingleItem().State.ShouldBe(TouchpointState.Waiting);
        await QuietAsync(3);
        (await OpenAsync(family)).ShouldBe([10, 13, 14]);
    }

    [Fact]
    public async Task No_ThatWaitedForItsCall_WaitsAgain_AndTheFamilyCanBeTold()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-20));
        await staff.RecordedAsync(record, "DecidedNotToAssess", app.Today(), ("Note", "Made-up reasons"));
        await app.DieAsync(family.ChildId);
        (await OneAsync(family, "NA-07")).State.ShouldBe(TouchpointState.Cancelled);

        await app.LiveAfterAllAsync(family.ChildId);

        var notice = await OneAsync(family, "NA-07");
        notice.State.ShouldBe(TouchpointState.Waiting);
        await staff.CalledAsync(record, family.ParentId);
        (await staff.FillInAsync(notice.Address(), ("Way", "Release"), ("Words", "Reasons"))).Status.ShouldBe(HttpStatusCode.Redirect);
        await app.SettledAsync(notice, MessageOutcome.Made, null);
        using var parent = await app.SignInFamilyAsync(family.ParentId);
        (await parent.PageAsync("/my/ehc-plan")).MainText.ShouldContain("We said no to an assessment");
    }

    [Fact]
    public async Task ParentWhoLivesAfterAll_IsToldWhatWaited_AndNotWhatHadFallenAwayBefore()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var record = await staff.LoggedAsync(family.ChildId, app.Today().AddDays(-20));
        await staff.RecordedAsync(record, "RequestWithdrawn", app.Today(), ("Note", "They told us"));
        (await OneAsync(family, "NA-03")).State.ShouldBe(TouchpointState.Cancelled, "the end of the request ended it");
        await app.DieAsync(family.ParentId);
        (await OneAsync(family, "ST-01")).State.ShouldBe(TouchpointState.Cancelled);

        await app.LiveAfterAllAsync(family.ParentId);

        (await OneAsync(family, "ST-01")).State.ShouldBe(TouchpointState.Waiting);
        (await OneAsync(family, "NA-03")).State.ShouldBe(TouchpointState.Cancelled);
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

    private Task<List<int>> OpenAsync(MadeFamily family) => app.AskAsync(context => context.SilenceAlerts
        .Where(alert => alert.PersonId == family.ParentId && alert.EndedAt == null).OrderBy(alert => alert.Day).Select(alert => alert.Day).ToListAsync(Given.Now));

    private async Task<Touchpoint> OneAsync(MadeFamily family, string code) => (await app.TouchpointsAsync(family.ChildId, code)).ShouldHaveSingleItem();
}
