using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Modularity;
using Medway.LocalOffer.Platform.Navigation;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Platform.Tests;

public sealed class SeederTests(PostgresCluster cluster) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lo-seeds-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task RunIfChanged_NothingChanged_RunsNoSeeder()
    {
        Write("reference/a/words.csv", "one");
        await using var prepared = await TestApp.StartAsync(cluster);
        await using var first = Host(prepared);
        (await RunAsync(first)).ShouldBeTrue();
        first.Log.Lines.ShouldBe(["seeded"]);

        await using var second = Host(prepared);
        (await RunAsync(second)).ShouldBeFalse();
        second.Log.Lines.ShouldBeEmpty();

        // Another set's files are no business of this one.
        Write("demo/people.csv", "somebody");
        (await RunAsync(second)).ShouldBeFalse();
    }

    [Fact]
    public async Task RunIfChanged_AFileChangedOrMoved_RunsAgain()
    {
        Write("reference/a/words.csv", "one");
        await using var prepared = await TestApp.StartAsync(cluster);
        await using var host = Host(prepared);
        await RunAsync(host);

        Write("reference/a/words.csv", "two");
        (await RunAsync(host)).ShouldBeTrue();
        (await RunAsync(host)).ShouldBeFalse();
        File.Move(Path.Combine(folder, "reference/a/words.csv"), Path.Combine(folder, "reference/words.csv"));
        (await RunAsync(host)).ShouldBeTrue();
    }

    [Fact]
    public async Task Run_Asked_AlwaysRuns_AndRemembers()
    {
        await using var prepared = await TestApp.StartAsync(cluster);
        await using var host = Host(prepared);
        await host.Get<Seeder>().RunAsync(SeedSet.Reference, TestContext.Current.CancellationToken);
        await host.Get<Seeder>().RunAsync(SeedSet.Reference, TestContext.Current.CancellationToken);

        host.Log.Lines.Count.ShouldBe(2);
        (await RunAsync(host)).ShouldBeFalse();
    }

    [Fact]
    public async Task RunIfChanged_ASeederFailed_RunsAgain()
    {
        await using var prepared = await TestApp.StartAsync(cluster);
        await using var host = Host(prepared);
        Write("reference/fail", "");
        await Should.ThrowAsync<InvalidOperationException>(() => RunAsync(host));

        File.Delete(Path.Combine(folder, "reference/fail"));
        (await RunAsync(host)).ShouldBeTrue();
    }

    private static Task<bool> RunAsync(TestApp host) => host.Get<Seeder>().RunIfChangedAsync(SeedSet.Reference, TestContext.Current.CancellationToken);

    private TestApp Host(TestApp prepared) => prepared.Another(
        settings: new Dictionary<string, string?> { ["Seeds:Root"] = folder }, module: new SeedingModule());

    private void Write(string path, string content)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    private sealed class LogSeeder(Log log, IConfiguration configuration) : ISeeder
    {
        public SeedSet Set => SeedSet.Reference;

        public Task SeedAsync(CancellationToken cancellationToken)
        {
            if (File.Exists(Path.Combine(configuration["Seeds:Root"]!, "reference/fail")))
            {
                throw new InvalidOperationException("broken on purpose");
            }

            log.Add("seeded");
            return Task.CompletedTask;
        }
    }

    private sealed class SeedingModule : IModule
    {
        public string Name => "seeding";

        public Type? DbContext => null;

        public IReadOnlyList<Permission> Permissions => [];

        public IReadOnlyList<AuditEvent> AuditEvents => [];

        public IReadOnlyList<Type> Seeders => [typeof(LogSeeder)];

        public void AddServices(IServiceCollection services, IConfiguration configuration)
        {
            // Only a seeder.
        }

        public void MapEndpoints(IEndpointRouteBuilder endpoints)
        {
            // No page.
        }

        public void BuildNavigation(NavigationBuilder navigation)
        {
            // No page.
        }
    }
}
