using System.Net;
using Medway.LocalOffer.Platform.Notices;
using Medway.LocalOffer.Platform.Web.Caching;
using Medway.LocalOffer.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Medway.LocalOffer.Host.Tests.Caching;

[Proves("foundation")]
public sealed class CachedPagesTests : IAsyncLifetime
{
    private const string Tag = "things";

    private readonly TaskCompletionSource started = new();
    private readonly TaskCompletionSource goOn = new();
    private readonly WebApplication site;
    private string words = "before";

    public CachedPagesTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<CachedPages>().AddSingleton<PageGeneration>();
        builder.Services.AddOutputCache(options => options.AddPolicy(PublicPageCachePolicy.Name, policy => policy.AddPolicy<PublicPageCachePolicy>(), true));
        site = builder.Build();
        site.UseOutputCache();
        site.MapGet("/page", async () =>
        {
            var read = words;
            started.TrySetResult();
            await goOn.Task;
            return read;
        }).WithMetadata(new OutputCacheAttribute { PolicyName = PublicPageCachePolicy.Name, Tags = [Tag] });
    }

    [Theory]
    [InlineData(null, "before")]
    [InlineData("another", "before")]
    [InlineData(Tag, "after")]
    [InlineData("everything", "after")]
    public async Task Page_BeingMadeWhileSomethingOnItChanges_IsNotHandedOutAfterwards(string? dropped, string expected)
    {
        using var family = new HttpClient { BaseAddress = new Uri(site.Urls.Single()) };
        var first = family.GetStringAsync("/page", TestContext.Current.CancellationToken);
        await started.Task;
        words = "after";
        if (dropped is not null)
        {
            await site.Services.GetRequiredService<CachedPages>().DropAsync(dropped, TestContext.Current.CancellationToken);
        }

        goOn.SetResult();
        (await first).ShouldBe("before");

        (await family.GetStringAsync("/page", TestContext.Current.CancellationToken)).ShouldBe(expected);
    }

    public async ValueTask InitializeAsync() => await site.StartAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await site.DisposeAsync();
}
