using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Seeding;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Ehcp.Tests.Seeding;

/// <summary>What a person finds who tries the site out: no page of this part is empty, and loading it again changes nothing.</summary>
public sealed class DemoPanelsTests(PostgresCluster cluster)
{
    [Fact, Long]
    public async Task Seed_MakesPanelsOfEachKind_AndEachPageHasSomethingToShow()
    {
        var folder = Directory.CreateTempSubdirectory("lo-panels");
        await using var app = new DevelopmentApp(cluster);
        app.Settings["LOCALOFFER_DATA"] = folder.FullName;
        await app.InitializeAsync();
        await app.Services.GetRequiredService<Seeder>().RunAsync(SeedSet.Demo, Given.Now);
        var kinds = await KindsAsync(app);
        kinds.Distinct().Count().ShouldBe(Enum.GetValues<PanelKind>().Length);
        await using (var scope = app.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<DemoPanels>().SeedAsync(Given.Now);
        }

        (await KindsAsync(app)).ShouldBe(kinds);
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
        folder.Delete(recursive: true);
    }

    private static Task<List<PanelKind>> KindsAsync(App app) =>
        app.AskAsync(context => context.Panels.OrderBy(panel => panel.Id).Select(panel => panel.Kind).ToListAsync(Given.Now));

    private sealed class DevelopmentApp(PostgresCluster cluster) : App(cluster)
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseEnvironment("Development");
        }
    }
}
