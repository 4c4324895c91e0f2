using System.Net;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Host.Tests.Pages;

[Proves("foundation")]
public sealed class HealthTests(PostgresCluster cluster)
{
    [Fact]
    public async Task Get_HealthAndReadiness_TellWhetherTheDatabaseIsThere()
    {
        await using var app = new App(cluster);
        await app.InitializeAsync();
        (await app.GetAsync("/healthz")).Status.ShouldBe(HttpStatusCode.OK);
        var ready = await app.GetAsync("/readyz");
        ready.Status.ShouldBe(HttpStatusCode.OK);
        ready.Body.ShouldBe("Healthy");

        await cluster.DropAsync(app.ConnectionString!);

        var gone = await app.GetAsync("/readyz");
        gone.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        gone.Body.ShouldBe("Unhealthy");
        (await app.GetAsync("/healthz")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_ReadinessBeforeMigrations_IsServiceUnavailable()
    {
        await using var app = new App(cluster) { ConnectionString = await cluster.CreateDatabaseAsync() };
        await app.InitializeAsync();

        (await app.GetAsync("/readyz")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Get_Health_IsNotKeptByAnybody()
    {
        await using var app = new App(cluster);
        await app.InitializeAsync();

        var page = await app.GetAsync("/readyz");

        page.Response.Headers.CacheControl.ShouldNotBeNull().NoStore.ShouldBeTrue();
    }
}
