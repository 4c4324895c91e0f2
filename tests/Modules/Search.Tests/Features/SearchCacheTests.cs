using Medway.LocalOffer.Search.Data;
using Medway.LocalOffer.Search.Tests.Support;
using Medway.LocalOffer.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medway.LocalOffer.Search.Tests.Features;

[Proves("listings")]
public sealed class SearchCacheTests(SearchApp app, PostgresCluster cluster) : IClassFixture<SearchApp>
{
    private const string Address = "/search?q=sendiass&kind=advice_and_support";

    [Fact]
    public async Task Get_SearchAskedOnce_IsKeptByNobodyAndThenComesFromMemory()
    {
        const string Once = "/search?q=portage&age=2";
        await SettledAsync(app);

        (await app.GetAsync(Once)).Response.Headers.Contains("Age").ShouldBeFalse();
        (await app.GetAsync(Once)).Response.Headers.Contains("Age").ShouldBeFalse();
        var kept = await app.GetAsync(Once);

        kept.Response.Headers.Contains("Age").ShouldBeTrue();
        kept.Response.Headers.CacheControl.ShouldNotBeNull().NoStore.ShouldBeTrue();
        kept.Response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        kept.Body.ShouldNotContain("RequestVerificationToken");
        (await app.GetAsync("/search?q=portage&age=3")).One("#age").GetAttribute("value").ShouldBe("3");
    }

    [Fact]
    public async Task Publish_OnOneHost_ShowsOnBothThoughBothHadTheOldPageInMemory()
    {
        await using var second = new SearchApp(cluster) { ConnectionString = app.ConnectionString };
        await second.InitializeAsync();
        await FromMemoryAsync(app);
        await FromMemoryAsync(second);
        for (var turn = 0; turn < 5; turn++)
        {
            var told = $"Told by a test, turn {turn}.";
            await ExecuteAsync($"update search.entries set summary = '{told}' where url = '/services/medway-sendiass'");

            foreach (var host in new[] { app, second })
            {
                await UntilAsync(async () => (await host.GetAsync(Address)).Body.Contains(told, StringComparison.Ordinal));

                // And never the old one again.
                for (var time = 0; time < 4; time++)
                {
                    (await host.GetAsync(Address)).Body.ShouldContain(told);
                }
            }
        }
    }

    [Fact]
    public async Task Publish_WhileAPageOfTheOldIsBeingMade_NeverLeavesItInMemory()
    {
        await FromMemoryAsync(app);
        var knowledge = app.Services.GetRequiredService<SearchKnowledge>();
        for (var turn = 0; turn < 10; turn++)
        {
            var told = $"Meanwhile {turn}.";
            var before = knowledge.Generation;
            var asked = Enumerable.Range(0, 8).Select(_ => app.GetAsync(Address)).ToList();
            await ExecuteAsync($"update search.entries set summary = '{told}' where url = '/services/medway-sendiass'");
            asked.AddRange(Enumerable.Range(0, 8).Select(_ => app.GetAsync(Address)));
            await Task.WhenAll(asked);
            await UntilAsync(() => Task.FromResult(knowledge.Generation > before));

            (await app.GetAsync(Address)).Body.ShouldContain(told);
            (await app.GetAsync(Address)).Body.ShouldContain(told);
        }
    }

    private static async Task FromMemoryAsync(SearchApp host) =>
        await UntilAsync(async () => (await host.GetAsync(Address)).Response.Headers.Contains("Age"));

    /// <summary>A host that has just begun to listen forgets everything once more.</summary>
    private static async Task SettledAsync(SearchApp host)
    {
        await FromMemoryAsync(host);
        var knowledge = host.Services.GetRequiredService<SearchKnowledge>();
        for (var (seen, still) = (-1L, 0); still < 5;)
        {
            await Task.Delay(50);
            (seen, still) = knowledge.Generation == seen ? (seen, still + 1) : (knowledge.Generation, 0);
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var time = 0; time < 200; time++)
        {
            if (await isSo())
            {
                return;
            }

            await Task.Delay(25);
        }

        throw new ShouldAssertException("It did not come to that within five seconds.");
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString!);
        await using var command = source.CreateCommand(sql);
        (await command.ExecuteNonQueryAsync()).ShouldBe(1);
    }
}
