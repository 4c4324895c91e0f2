using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Ehcp.Tests.Seeding;

/// <summary>What a person finds who tries the site out: no page of this part is empty, and loading it again changes nothing.</summary>
public sealed class DemoPanelsTests(PostgresCluster cluster) : IAsyncLifetime
{
    private readonly App app = new(cluster) { WithFamilies = true };

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Seed_MakesPanelsOfEachKind_AndEachPageHasSomethingToShow()
    {
        var kinds = await KindsAsync();
        kinds.Distinct().Count().ShouldBe(Enum.GetValues<PanelKind>().Length);
        await app.Services.GetRequiredService<Seeder>().RunAsync(SeedSet.Demo, Given.Now);
        (await KindsAsync()).ShouldBe(kinds);

        using var manager = await app.SignInAsAsync(Roles.TeamManager);
        foreach (var address in new[] { "/staff/ehcp/panels?show=all", "/staff/ehcp/advice?show=late" })
        {
            (await manager.PageAsync(address)).All("main tbody tr").ShouldNotBeEmpty(address);
        }

        (await manager.PageAsync("/staff/ehcp/performance")).All("svg[role=img] .chart__bar").ShouldNotBeEmpty();
        (await app.AskAsync(context => context.PanelItems.CountAsync(item => item.Outcome != null, Given.Now))).ShouldBeGreaterThan(0);
        (await app.AskAsync(context => context.AdviceAsks.CountAsync(Given.Now))).ShouldBe(1);
        (await app.AskAsync(context => context.Screenings.CountAsync(Given.Now))).ShouldBeGreaterThan(0);
        (await app.AskAsync(context => context.WayForwardMeetings.CountAsync(Given.Now))).ShouldBe(1);
    }

    private Task<List<PanelKind>> KindsAsync() => app.AskAsync(context => context.Panels.OrderBy(panel => panel.Id).Select(panel => panel.Kind).ToListAsync(Given.Now));
}
