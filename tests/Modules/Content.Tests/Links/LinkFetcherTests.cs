using System.Net;
using Medway.LocalOffer.Content.Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Medway.LocalOffer.Content.Tests.Links;

public sealed class LinkFetcherTests : IAsyncLifetime
{
    private readonly LocalSite site = new();

    public ValueTask InitializeAsync() => site.StartAsync();

    [Theory]
    [InlineData("/good", null)]
    [InlineData("/get-only", null)]
    [InlineData("/not-for-robots", null)]
    [InlineData("/later", null)]
    [InlineData("/gone", "The page is not there any more")]
    [InlineData("/broken", "The site has a fault (500)")]
    [InlineData("/round", "It leads from one address to another without an end")]
    [InlineData("/to-script", "It leads to something that is not a web address")]
    public async Task Ask_SaysWhatTheSiteSays(string path, string? problem)
    {
        using var fetcher = new LinkFetcher((_, _) => true);
        (await fetcher.AskAsync(site.At(path), TestContext.Current.CancellationToken)).Problem.ShouldBe(problem);
    }

    [Fact]
    public async Task Ask_MovedForGood_NamesTheNewAddress()
    {
        using var fetcher = new LinkFetcher((_, _) => true);
        (await fetcher.AskAsync(site.At("/moved"), TestContext.Current.CancellationToken)).ShouldBe(new LinkAnswer(null, site.At("/good")));
        (await fetcher.AskAsync(site.At("/for-now"), TestContext.Current.CancellationToken)).ShouldBe(new LinkAnswer(null));
    }

    [Fact]
    public async Task Ask_PrivateAddress_IsNeverTouched()
    {
        using var guarded = new LinkFetcher(LinkFetcher.IsPublic);
        foreach (var address in new[] { site.At("/good"), site.At("/good").Replace("127.0.0.1", "localhost", StringComparison.Ordinal), site.At("/good").Replace("127.0.0.1", "[::ffff:127.0.0.1]", StringComparison.Ordinal) })
        {
            (await guarded.AskAsync(address, TestContext.Current.CancellationToken)).Problem.ShouldBe("It leads into a private network, so it was not tried");
        }

        site.Asked.ShouldBe(0);

        // The control: without the guard the same site is reached.
        using var open = new LinkFetcher((_, _) => true);
        (await open.AskAsync(site.At("/good"), TestContext.Current.CancellationToken)).Problem.ShouldBeNull();
        site.Asked.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Ask_RedirectToAPrivateAddress_StopsThere()
    {
        // Allowed at its own address, as a public site would be; where it leads to is not.
        using var fetcher = new LinkFetcher((address, port) => address.Equals(IPAddress.Loopback) && port == site.Port);
        (await fetcher.AskAsync(site.At("/to-private"), TestContext.Current.CancellationToken)).Problem.ShouldBe("It leads into a private network, so it was not tried");
    }

    [Theory]
    [InlineData("http://no-such-site.invalid/", "There is no site with this name")]
    [InlineData("ftp://example.org/", "This is not a web address")]
    [InlineData("https://somebody@example.org/", "This is not a web address")]
    public async Task Ask_NoSite_SaysSo(string address, string problem)
    {
        using var fetcher = new LinkFetcher(LinkFetcher.IsPublic);
        (await fetcher.AskAsync(address, TestContext.Current.CancellationToken)).Problem.ShouldBe(problem);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("127.8.8.8", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    public void Is_PublicOrNot(string address, bool isPublic) => PublicAddress.Is(IPAddress.Parse(address)).ShouldBe(isPublic);

    public ValueTask DisposeAsync() => site.DisposeAsync();
}

/// <summary>A site on this machine that answers in every way that sites do.</summary>
internal sealed class LocalSite : IAsyncDisposable
{
    private readonly WebApplication app;

    public LocalSite()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(async context =>
        {
            Asked++;
            var path = context.Request.Path.Value!;
            context.Response.StatusCode = (path, context.Request.Method) switch
            {
                ("/good", _) => 200,
                ("/flaky", _) => Flaky,
                ("/get-only", "GET") => 200,
                ("/get-only", _) => 405,
                ("/not-for-robots", _) => 403,
                ("/later", _) => 429,
                ("/broken", _) => 500,
                ("/moved", _) => 301,
                ("/for-now" or "/round" or "/to-script" or "/to-private", _) => 302,
                _ => 404,
            };
            if (context.Response.StatusCode is 301 or 302)
            {
                context.Response.Headers.Location = path switch
                {
                    "/round" => "/round",
                    "/to-script" => "javascript:alert(1)",
                    "/to-private" => "http://127.0.0.2:9/",
                    _ => "/good",
                };
            }

            await context.Response.CompleteAsync();
        });
    }

    public int Asked { get; private set; }

    public int Flaky { get; set; } = 200;

    public int Port => new Uri(app.Urls.Single()).Port;

    public string At(string path) => app.Urls.Single() + path;

    public async ValueTask StartAsync() => await app.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
