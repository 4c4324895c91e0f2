using Medway.LocalOffer.Architecture.Tests.Rules;
using Medway.LocalOffer.Architecture.Tests.Tree;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Architecture.Tests;

public sealed class EndpointTests(PostgresCluster cluster)
{
    private static readonly Permission Any = new("made-up.things.see", "See things");

    [Fact]
    [Proves("accounts")]
    public async Task Endpoints_SayWhoMayComeIn()
    {
        await using var app = new App(cluster);
        await app.InitializeAsync();

        var endpoints = await EndpointsOfAsync(app.Services);

        endpoints.Count.ShouldBeGreaterThan(5);
        EndpointRule.Offences(endpoints).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_AreAllServed()
    {
        await using var app = new App(cluster);
        await app.InitializeAsync();

        var served = app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.RelativePath).OfType<string>().ToHashSet();

        PageRule.Offences(SourceTree.Files("*.cshtml"), served).ShouldBeEmpty();
    }

    [Fact]
    public void Pages_GoesRed()
    {
        var page = new SourceFile("src/Modules/A/Features/See/Index.cshtml", "@page \"/see\"\n<h1>See</h1>");
        PageRule.Offences([page], ["/Features/Other/Index.cshtml"]).ShouldHaveSingleItem();
        PageRule.Offences([page], ["/Features/See/Index.cshtml"]).ShouldBeEmpty();
        PageRule.Offences([page with { Read = () => "<p>a partial</p>" }], []).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/services/{slug}")]
    [InlineData("")]
    [Proves("accounts")]
    public void Endpoints_WithoutAnything_GoesRed(string route) => EndpointRule.Offences([new(route, [])]).ShouldHaveSingleItem();

    [Theory]
    [Proves("accounts")]
    [InlineData("/staff/settings")]
    [InlineData("staff")]
    [InlineData("/My/plan/{id}")]
    [InlineData("/provider/sign-in-later")]
    [InlineData("/provider/services/sign-in")]
    public void Endpoints_OpenBehindADoor_GoesRed(string route) =>
        EndpointRule.Offences([new(route, [new AllowAnonymousAttribute()])]).ShouldHaveSingleItem();

    [Theory]
    [InlineData("/staff/sign-in")]
    [InlineData("/provider/sign-in/{token}")]
    [InlineData("/myths-about-autism")]
    public void Endpoints_OpenElsewhere_Pass(string route) => EndpointRule.Offences([new(route, [new AllowAnonymousAttribute()])]).ShouldBeEmpty();

    [Fact]
    public void Endpoints_WithAPermission_Pass() => EndpointRule.Offences([new("/staff/settings", [Any])]).ShouldBeEmpty();

    private static async Task<List<GuardedEndpoint>> EndpointsOfAsync(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var found = new List<GuardedEndpoint>();
        foreach (var endpoint in services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            // A page's own attributes are read only when it is loaded, which the router does at its first request.
            var loaded = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                ? (await loader.LoadAsync(page, endpoint.Metadata)).Endpoint?.Metadata ?? endpoint.Metadata
                : endpoint.Metadata;
            found.Add(new GuardedEndpoint(endpoint.RoutePattern.RawText ?? "", [.. loaded]));
        }

        return found;
    }
}
