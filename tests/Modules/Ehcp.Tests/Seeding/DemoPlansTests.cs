using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Seeding;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Ehcp.Tests.Seeding;

/// <summary>Whoever tries the site out finds a plan to read, reviews to come and children who are not taught at a school; loading it again changes nothing.</summary>
public sealed class DemoPlansTests(PostgresCluster cluster)
{
    [Fact, Long]
    public async Task Seed_MakesPlansReviewsAndSettings_Once()
    {
        var folder = Directory.CreateTempSubdirectory("lo-plans");
        await using var app = new DevelopmentApp(cluster);
        app.Settings["LOCALOFFER_DATA"] = folder.FullName;
        await app.InitializeAsync();
        await app.Services.GetRequiredService<Seeder>().RunAsync(SeedSet.Demo, Given.Now);
        var plans = await app.AskAsync(context => context.Plans.CountAsync(Given.Now));
        plans.ShouldBeGreaterThan(2);
        await using (var scope = app.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<DemoPlans>().SeedAsync(Given.Now);
        }

        (await app.AskAsync(context => context.Plans.CountAsync(Given.Now))).ShouldBe(plans);
        using var manager = await app.SignInAsAsync(Roles.TeamManager);
        foreach (var address in new[] { "/staff/ehcp/reviews", "/staff/ehcp/settings?show=untold" })
        {
            (await manager.PageAsync(address)).All("main tbody tr").ShouldNotBeEmpty(address);
        }

        (await manager.PageAsync("/staff/ehcp/performance/reviews")).All("svg[role=img] .chart__bar").ShouldNotBeEmpty();
        (await app.AskAsync(context => context.PlanDeliveries.CountAsync(one => one.AccountId != null, Given.Now))).ShouldBe(1);
        (await app.AskAsync(context => context.Appointments.CountAsync(Given.Now))).ShouldBe(1);
        (await app.AskAsync(context => context.SettingStatuses.Select(status => status.Kind).Distinct().CountAsync(Given.Now))).ShouldBeGreaterThan(2);
        (await app.AskAsync(context => context.Events.CountAsync(one => one.Kind == EventKind.PhaseTransfer, Given.Now))).ShouldBe(1);
        folder.Delete(recursive: true);
    }

    private sealed class DevelopmentApp(PostgresCluster cluster) : App(cluster)
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseEnvironment("Development");
        }
    }
}
