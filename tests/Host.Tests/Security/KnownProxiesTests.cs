using System.Net;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Host.Tests.Security;

/// <summary>Over a real port, because only there a request comes from an address.</summary>
public sealed class KnownProxiesTests(PostgresCluster cluster)
{
    private const int Limit = 3;

    [Fact]
    public async Task Post_FromAnotherClaimedAddressEachTime_IsCountedByTheRealOne()
    {
        await using var app = new App(cluster);

        (await TriesAsync(app)).ShouldBe([400, 400, 400, 429, 429]);
    }

    [Fact]
    public async Task Post_ThroughAKnownProxy_IsCountedByTheAddressThatItTells()
    {
        await using var app = new App(cluster);
        app.Settings["Proxies:Known"] = "127.0.0.1; ::1, 10.0.0.0/8";

        (await TriesAsync(app)).ShouldBe([400, 400, 400, 400, 400]);
    }

    [Theory]
    [InlineData("my-proxy")]
    [InlineData("10.0.0.0/99")]
    public async Task Start_ProxyThatIsNoAddress_IsRefusedInWords(string known)
    {
        await using var app = new App(cluster);
        await app.InitializeAsync();
        app.Settings["Proxies:Known"] = known;

        Should.Throw<InvalidOperationException>(() => app.CreateClient()).Message.ShouldContain($"'{known}', which is no address");
    }

    /// <summary>Five sign-ins, each saying that it comes from somewhere else.</summary>
    private static async Task<List<int>> TriesAsync(App app)
    {
        await app.InitializeAsync();
        app.Settings["SignIn:TriesPerNetwork"] = $"{Limit}";
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = app.StartBrowserServer() };
        List<int> statuses = [];
        for (var i = 0; i < 5; i++)
        {
            client.DefaultRequestHeaders.Remove("X-Forwarded-For");
            client.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{i}");
            var form = await client.PageAsync("/staff/sign-in");
            statuses.Add((int)(await form.SubmitAsync(client, "main form[method=post]", ("Email", $"nobody{i}@example.org"), ("Password", "wrong wrong wrong"))).Status);
        }

        return statuses;
    }
}
