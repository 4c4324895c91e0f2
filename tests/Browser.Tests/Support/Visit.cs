using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Medway.LocalOffer.Testing;
using Microsoft.Playwright;

namespace Medway.LocalOffer.Browser.Tests;

/// <summary>
/// One visitor's window. A request to any other host is stopped and remembered; so is every line on the console. Both are checked when the
/// visit ends, so no test can forget to.
/// </summary>
public sealed partial class Visit : IAsyncDisposable
{
    private const int TallestPicture = 2_200;

    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> wrong = new();

    private Visit(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
    }

    public IPage Page { get; }

    public static async Task<Visit> StartAsync(IBrowserContext context, Uri site)
    {
        var visit = new Visit(context, await context.NewPageAsync());
        await context.RouteAsync(url => !url.StartsWith(site.ToString(), StringComparison.Ordinal), route =>
        {
            visit.wrong.Enqueue($"asked another host: {route.Request.Url}");
            return route.AbortAsync();
        });
        visit.Page.Console += (_, line) =>
        {
            if (line.Type is "error" or "warning")
            {
                visit.wrong.Enqueue($"console {line.Type}: {line.Text} at {line.Location}");
            }
        };
        visit.Page.PageError += (_, error) => visit.wrong.Enqueue($"script: {error}");
        return visit;
    }

    /// <summary>What went wrong so far; a test that expects it takes it away.</summary>
    public IReadOnlyList<string> TakeWrong()
    {
        string[] taken = [.. wrong];
        wrong.Clear();
        return taken;
    }

    /// <param name="address">A path of the site.</param>
    /// <returns>The status of the answer.</returns>
    public async Task<int> GoAsync(string address)
    {
        var answer = await Page.GotoAsync(address);
        await Page.EvaluateAsync("() => document.fonts.ready");
        return answer?.Status ?? 0;
    }

    /// <summary>Fails when anything must be scrolled sideways to be read.</summary>
    public async Task ShouldFitAsync(string where) => (await TooWideAsync()).ShouldBeEmpty(where);

    /// <returns>What must be scrolled sideways to be read.</returns>
    public Task<string[]> TooWideAsync() =>
        Page.EvaluateAsync<string[]>(
            """
            () => {
              const wide = document.documentElement.clientWidth;
              const found = document.documentElement.scrollWidth > wide ? [`the page: ${document.documentElement.scrollWidth} of ${wide}`] : [];
              for (const element of document.querySelectorAll("body *")) {
                if (element.closest("svg, .vh, .skip") || !element.checkVisibility()) continue;
                const box = element.getBoundingClientRect();
                if (box.width > 0 && (box.right > wide + 1 || box.left < -1)) found.push(`${element.tagName}.${element.className} ${Math.round(box.left)} to ${Math.round(box.right)}`);
              }
              return found;
            }
            """);

    /// <summary>Writes a picture to artifacts/screenshots when SCREENSHOTS=1: for people to look at, never compared.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") == "1")
        {
            var height = await Page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
            await Page.ScreenshotAsync(new()
            {
                Path = Repository.At($"artifacts/screenshots/{NotAName().Replace(name, "-")}.png"),
                FullPage = true,
                Clip = new() { Width = Page.ViewportSize!.Width, Height = Math.Min(height, TallestPicture) },
            });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        wrong.ShouldBeEmpty();
    }

    [GeneratedRegex("[^a-z0-9-]+")]
    private static partial Regex NotAName();
}
