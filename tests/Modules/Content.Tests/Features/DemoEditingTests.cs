using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Tests.Support;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Platform.Work;
using Medway.LocalOffer.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Content.Tests.Features;

/// <summary>What somebody finds who runs the product for the first time.</summary>
public sealed class DemoEditingTests(PostgresCluster cluster)
{
    [Fact]
    public async Task Seed_Demo_GivesEachEditorWorkOnceAndNothingToFamilies()
    {
        var folder = Directory.CreateTempSubdirectory("lo-demo");
        await using var app = new DevelopmentApp(cluster);
        app.Settings["LOCALOFFER_DATA"] = folder.FullName;
        await app.InitializeAsync();
        var seeder = app.Services.GetRequiredService<Seeder>();
        await seeder.RunAsync(SeedSet.Demo, TestContext.Current.CancellationToken);
        await seeder.RunAsync(SeedSet.Demo, TestContext.Current.CancellationToken);
        folder.Delete(recursive: true);

        (await app.ReadAsync(context => context.Documents.CountAsync(document => EF.Functions.Like(document.Path, "/made-up-%")))).ShouldBe(3, "the second time changes nothing");
        var author = await WorkAsync(app, "author");
        author.ShouldContain("Sent back to you");
        author.ShouldContain("Made-up swimming for beginners");
        var editor = await WorkAsync(app, "editor");
        editor.ShouldContain("Check a page");
        editor.ShouldContain("Late:", Case.Sensitive, "its day has passed");
        var publisher = await WorkAsync(app, "publisher");
        publisher.ShouldContain("Waiting for your check");
        publisher.ShouldContain("Made-up picnic by the river");
        (await app.ReadAsync(context => context.PlannedTakeDowns.CountAsync(plan => plan.Reason == TakenDownReason.Withdrawn))).ShouldBe(1);
        (await app.ReadAsync(context => context.Published.CountAsync(page => EF.Functions.Like(page.Path, "/made-up-%")))).ShouldBe(0);
    }

    private static async Task<string> WorkAsync(App app, string name)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Platform.Data.CurrentLogin>().Value = Platform.Data.DatabaseLogin.Private;
        var id = await scope.ServiceProvider.GetRequiredService<IStaffNames>().FindAsync($"{name}@demo.example.org", TestContext.Current.CancellationToken);
        using var client = await app.SignInAgainAsync(id.ShouldNotBeNull());
        return (await client.PageAsync("/staff")).MainText;
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
