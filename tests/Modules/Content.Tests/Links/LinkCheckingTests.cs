using Medway.LocalOffer.Content.Contracts;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Links;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Content.Tests.Links;

/// <summary>On a host of its own: the nights pass on its clock.</summary>
public sealed class LinkCheckingTests(PostgresCluster cluster) : IAsyncLifetime
{
    private readonly App app = new(cluster);
    private readonly LocalSite site = new();
    private readonly List<LinkUse> named = [];

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        await site.StartAsync();
    }

    [Fact]
    public async Task Run_ThreeBadNights_MakeABrokenLinkAndOneGoodNightMendsIt()
    {
        named.Add(new(site.At("/flaky") + "#part", "A page", "/staff/content/pages/1", "the SEN team"));
        named.Add(new(site.At("/good"), "Another page", "/staff/content/pages/2", null));
        site.Flaky = 404;

        (await NightAsync()).ShouldBe(2);
        (await NightAsync(TimeSpan.FromHours(1))).ShouldBe(0, "an address is tried once a night");
        await NightAsync();
        (await PageAsync("/staff/content/links")).MainText.ShouldNotContain(site.At("/flaky"));
        (await PageAsync("/staff/content/links?state=failing")).MainText.ShouldContain(site.At("/flaky"));
        (await PageAsync("/staff")).MainText.ShouldNotContain("does not answer");

        await NightAsync();
        var broken = await PageAsync("/staff/content/links");
        broken.MainText.ShouldContain(site.At("/flaky"));
        broken.MainText.ShouldContain("The page is not there any more");
        broken.One("td a[href='/staff/content/pages/1']").TextContent.ShouldBe("A page");
        broken.MainText.ShouldNotContain(site.At("/good"));
        (await PageAsync("/staff")).MainText.ShouldContain("1 address does not answer");

        site.Flaky = 200;
        await NightAsync();
        (await PageAsync("/staff/content/links")).MainText.ShouldNotContain(site.At("/flaky"));

        named.RemoveAt(0);
        await NightAsync();
        (await PageAsync("/staff/content/links?state=all")).MainText.ShouldNotContain(site.At("/flaky"));
    }

    [Fact]
    public async Task Sources_NameTheAddressesOfLivePages()
    {
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Job, "tests");
        var links = await scope.ServiceProvider.GetServices<ILinkSource>().Single(source => source.Name == "content").LinksAsync(TestContext.Current.CancellationToken);
        links.ShouldNotBeEmpty();
        links.ShouldAllBe(link => link.Address.StartsWith("http") && link.Title.Length > 0 && link.StaffHref.StartsWith("/staff/content/pages/"));
    }

    /// <summary>Signed in anew: a night is longer than a session.</summary>
    private async Task<Page> PageAsync(string address)
    {
        using var publisher = await app.SignInAsAsync(Roles.Publisher);
        return await publisher.PageAsync(address);
    }

    private async Task<int> NightAsync(TimeSpan? later = null)
    {
        app.Clock.Move(later ?? TimeSpan.FromDays(1));
        await using var scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateFor(ActorKind.Job, "tests");
        using var fetcher = new LinkFetcher((_, _) => true);
        var checking = new LinkChecking(
            scope.ServiceProvider.GetRequiredService<ContentDbContext>(), [new Named(named)], fetcher, new LinkPace(100, TimeSpan.FromMinutes(1), TimeSpan.Zero), app.Clock);
        return await checking.RunAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await app.DisposeAsync();
    }

    private sealed class Named(List<LinkUse> uses) : ILinkSource
    {
        public string Name => "tests";

        public Task<IReadOnlyList<LinkUse>> LinksAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<LinkUse>>([.. uses]);
    }
}
