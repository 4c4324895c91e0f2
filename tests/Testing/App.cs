using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Medway.LocalOffer.Testing;

/// <summary>
/// The real web host on a database of its own. Share one by collection (<c>ICollectionFixture&lt;App&gt;</c>): it is made in a few tenths of
/// a second, but each has its own pools of connections.
/// </summary>
public class App(PostgresCluster cluster) : WebApplicationFactory<Program>, IAsyncLifetime
{
    private static readonly Uri Https = new("https://localhost");
    private bool ownsDatabase;

    /// <summary>Of the database's owner. Set it before the host starts to share another host's database.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Begin with the made-up families of <c>seeds/demo</c>; set before the host starts.</summary>
    public bool WithFamilies { get; set; }

    /// <summary>
    /// Hash passwords as slowly as the product does. Else a thousand rounds do: tests sign in some hundred times, and slowness is all that is
    /// left out. Set it before the host starts.
    /// </summary>
    public bool HashesAsInProduction { get; set; }

    public AdjustableClock Clock { get; } = new();

    /// <summary>Configuration that this host reads first; set before it starts. Jobs are off, so that a test decides when they run.</summary>
    public Dictionary<string, string?> Settings { get; } = new()
    {
        ["Jobs:Enabled"] = "false",
        ["Protection:MasterKey"] = PostgresCluster.MasterKey,

        // Every test comes from one address; the test of the limits sets them back.
        ["SignIn:TriesPerNetwork"] = "1000000",
        ["SignIn:TriesPerName"] = "1000000",
        ["Register:JoinsPerNetwork"] = "1000000",
        ["CoDesign:TriesPerNetwork"] = "1000000",

        // A machine that builds and tests at once is slow; the tests of the limit set it back.
        ["Messaging:GateSeconds"] = "20",
    };

    public async ValueTask InitializeAsync()
    {
        // Cookies are Secure: the test client would not send them over http.
        ClientOptions.BaseAddress = Https;
        ClientOptions.AllowAutoRedirect = false;
        ownsDatabase = ConnectionString is null;
        ConnectionString ??= WithFamilies ? await cluster.CreateWithFamiliesAsync() : await cluster.CreateMigratedAsync();
    }

    /// <summary>Gets a page as a visitor without a history.</summary>
    public async Task<Page> GetAsync(string path)
    {
        using var client = CreateClient();
        return await Page.ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative)));
    }

    /// <summary>Serves on a real port, for a browser. Call before anything else uses this host.</summary>
    /// <returns>Its address by name: a passkey needs one.</returns>
    public Uri StartBrowserServer()
    {
        Settings["Site:PlainHttp"] = "true";
        UseKestrel(0);
        StartServer();
        return new UriBuilder(ClientOptions.BaseAddress) { Host = "localhost" }.Uri;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (ownsDatabase)
        {
            await cluster.DropAsync(ConnectionString!);
        }

        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Test");

        // Found by itself in a test's own output only, not in a benchmark's.
        builder.UseContentRoot(Repository.At("src/Host/Web"));

        // Outside Development the built, unpublished assets would be answered with empty bodies.
        builder.UseStaticWebAssets();

        // Published assets have no catch-all route that looks for changed files; unpublished ones would.
        builder.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        builder.UseSetting("ConnectionStrings:LocalOffer", ConnectionString);
        builder.UseSetting("Seeds:Root", Repository.At("seeds"));
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            if (!HashesAsInProduction)
            {
                services.PostConfigure<PasswordHasherOptions>(options => options.IterationCount = 1000);
            }
        });
    }
}
