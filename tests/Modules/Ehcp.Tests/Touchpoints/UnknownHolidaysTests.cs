using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Ehcp.Tests.Touchpoints;

/// <summary>The limit lies in a year whose bank holidays nobody has loaded.</summary>
[Proves("ehcp")]
public sealed class UnknownHolidaysTests(PostgresCluster cluster) : IAsyncLifetime
{
    private static readonly DateOnly FirstUnknown = new(Holidays.All.Max(holiday => holiday.Date).Year + 1, 1, 1);

    private readonly App app = new(cluster);

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        app.Clock.StandAt(new DateTimeOffset(FirstUnknown.AddDays(-15), new TimeOnly(10, 0), TimeSpan.Zero));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task NoticeOfDelay_IsMadeReadyAllTheSame_AndSoonEnough()
    {
        var family = await app.FamilyAsync();
        using var staff = await app.SignInAsAsync(Roles.EhcCoordinator);
        var limit = FirstUnknown.AddDays(7);
        await staff.LoggedAsync(family.ChildId, limit.AddDays(-42));

        await app.HandOutAsync();
        (await DelayAsync()).ShouldBeEmpty("the control: it is 22 days before the limit");
        app.GoOn();
        await app.HandOutAsync();
        (await DelayAsync()).ShouldHaveSingleItem().DueOn.ShouldBe(limit.AddDays(-14));

        async Task<List<Touchpoint>> DelayAsync() => (await app.TouchpointsAsync(family.ChildId, TouchpointKind.Delay)).FindAll(one => one.PersonId == family.ParentId);
    }
}
