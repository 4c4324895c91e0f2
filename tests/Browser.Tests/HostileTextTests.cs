using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace Medway.LocalOffer.Browser.Tests;

/// <summary>
/// The committed list of hostile texts, each handed in through the editor's own form and, unless it is refused there, opened in Chromium on the
/// page that its link shows. The control opens the same texts as they are, on a server without any guard.
/// </summary>
[Collection(Browser.Name)]
[Proves("content")]
[Long]
public sealed class HostileTextTests(Browsing browsing, PostgresCluster cluster)
{
    /// <summary>Every function by which the texts say that they run.</summary>
    private const string Counter =
        """
        window.__ran = 0;
        for (const name of ["alert", "confirm", "prompt", "print"]) {
          window[name] = () => { window.__ran++; console.debug("ran"); };
        }
        """;

    private static readonly Text[] Texts =
        [.. File.ReadLines(Repository.At("tests/Modules/Content.Tests/Markdown/hostile.jsonl")).Select(line => JsonSerializer.Deserialize<Text>(line, JsonSerializerOptions.Web)!)];

    [Fact]
    public async Task EveryHostileText_IsRefusedOrRunsNothingAndAsksNobody()
    {
        Texts.Length.ShouldBeGreaterThanOrEqualTo(300);
        await using var watched = await WatchAsync();

        // What staff send goes to a second host on the same database: the first speaks plain HTTP, over which a client sends no session.
        await using var office = new App(cluster) { ConnectionString = browsing.App.ConnectionString };
        await office.InitializeAsync();
        var pages = new Dictionary<string, Draft>
        {
            ["full"] = await DraftAsync(office, "full"),
            ["easy_read"] = await DraftAsync(office, "easy_read"),
        };
        List<string> wrong = [];
        var opened = 0;
        foreach (var text in Sized(Texts))
        {
            var draft = pages[text.Kind];
            if (await RefusedAsync(draft, text) is { } refused)
            {
                wrong.AddRange(text.Expect == "refused" ? [] : [$"refused: {text.Written} ({refused})"]);
                continue;
            }

            // The form makes one kind of line end of all; a text that is refused for such a sign elsewhere is looked at here.
            watched.Clear();
            (await watched.Page.GotoAsync(draft.Link))!.Status.ShouldBe(200);
            (await watched.Page.Locator("article h1").InnerTextAsync()).ShouldBe(Draft.Title);
            await PressEveryLinkAsync(watched.Page);
            wrong.AddRange(watched.Seen.Select(seen => $"{seen}: {text.Written}"));
            opened++;
        }

        wrong.ShouldBeEmpty();
        opened.ShouldBeGreaterThan(Sized(Texts).Count() / 5, "texts that are harmless when they are rendered were looked at");

        // The counter works on these pages too.
        await watched.Page.EvaluateAsync("() => alert(1)");
        watched.Seen.ShouldHaveSingleItem();
        pages.Values.ToList().ForEach(draft => draft.Author.Dispose());
    }

    [Fact]
    public async Task TheSameTexts_WithoutOurGuards_RunAndAskAnotherHost()
    {
        var written = "";
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var bare = builder.Build();
        bare.Run(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(written);
        });
        await bare.StartAsync(TestContext.Current.CancellationToken);
        await using var watched = await WatchAsync(bare.Urls.Single());
        var ran = 0;
        var asked = 0;
        foreach (var text in Sized(Texts))
        {
            written = text.Written;
            watched.Clear();
            await watched.Page.GotoAsync("/").ContinueWith(_ => { }, TaskScheduler.Default);
            ran += watched.Seen.Count(seen => seen.StartsWith("ran", StringComparison.Ordinal));
            asked += watched.Seen.Count(seen => seen.StartsWith("asked", StringComparison.Ordinal));
        }

        ran.ShouldBeGreaterThan(0);
        asked.ShouldBeGreaterThan(0);
    }

    /// <summary>All of them at full size; else a tenth, spread over the whole list.</summary>
    private static IEnumerable<Text> Sized(Text[] texts)
    {
        var step = LongAttribute.Size(small: 10, full: 1);
        return texts.Where((_, at) => at % step == 0);
    }

    private async Task<Watched> WatchAsync(string? site = null)
    {
        var context = await browsing.ContextAsync(site ?? browsing.Site.ToString());
        await context.AddInitScriptAsync(Counter);
        return await Watched.StartAsync(context, site ?? browsing.Site.ToString());
    }

    /// <summary>A page with a link by which anybody can read its draft.</summary>
    private static async Task<Draft> DraftAsync(App office, string variant)
    {
        var author = await office.SignInAsAsync(Roles.Author);
        var slug = $"hostile-{variant.Replace('_', '-')}";
        var made = await (await author.PageAsync("/staff/content/pages/new")).SubmitAsync(author, "main form", ("Title", Draft.Title), ("Slug", slug), ("Owner", "the test team"));
        made.Status.ShouldBe(HttpStatusCode.Redirect, made.MainText);
        var staff = made.Response.Headers.Location!.OriginalString[..^"/edit/full".Length];
        if (variant != "full")
        {
            (await (await author.PageAsync(staff)).SubmitAsync(author, "form[action*='handler=AddVariant']", ("Language", variant))).Status.ShouldBe(HttpStatusCode.Redirect);
        }

        var edit = $"{staff}/edit/{variant}";
        (await (await author.PageAsync(edit)).SubmitAsync(author, "main form", ("Title", Draft.Title), ("Summary", "It is a test."), ("Body", ""))).Status.ShouldBe(HttpStatusCode.Redirect);
        var share = await (await author.PageAsync($"{staff}/share/{variant}")).SubmitAsync(author, "form[action*='handler=Preview']");
        return new Draft(author, edit, new Uri(share.One("code.as-typed").TextContent).AbsolutePath);
    }

    /// <returns>The words with which it was refused; null when it was saved.</returns>
    private static async Task<string?> RefusedAsync(Draft draft, Text text)
    {
        var answer = await (await draft.Author.PageAsync(draft.Edit)).SubmitAsync(draft.Author, "main form", ("Body", text.Written));
        return answer.Status switch
        {
            HttpStatusCode.Redirect => null,

            // A null character never reaches a form: the framework refuses the whole request, and the page for that says so.
            HttpStatusCode.BadRequest when text.Written.Contains('\0', StringComparison.Ordinal) && answer.Html.QuerySelector(".summary") is null => answer.MainText,
            HttpStatusCode.BadRequest => answer.One(".summary").TextContent.Trim() is { Length: > 20 } words ? words : throw new ShouldAssertException($"Refused without words: {text.Written}"),
            _ => throw new ShouldAssertException($"{answer.Status} for {text.Written}"),
        };
    }

    /// <summary>A script in an address runs when somebody presses it; where the link leads does not matter here.</summary>
    private static async Task PressEveryLinkAsync(IPage page) => await page.EvaluateAsync(
        """
        () => {
          document.querySelectorAll("article *").forEach(one => ["mouseover", "focus", "error", "load", "toggle"].forEach(name => one.dispatchEvent(new Event(name))));
          document.querySelectorAll("article a").forEach(link => {
            link.addEventListener("click", event => { if (/^(https?|mailto|tel):$/.test(link.protocol)) event.preventDefault(); });
            link.click();
          });
          return new Promise(done => setTimeout(done, 20));
        }
        """);

    private sealed record Text(string Group, string Kind, string Expect, [property: System.Text.Json.Serialization.JsonPropertyName("text")] string Written);

    private sealed record Draft(HttpClient Author, string Edit, string Link)
    {
        public const string Title = "Hostile words";
    }

    /// <summary>A window in which everything that runs or leaves is seen.</summary>
    private sealed class Watched(IBrowserContext context, IPage page) : IAsyncDisposable
    {
        private readonly ConcurrentQueue<string> seen = new();

        public IPage Page { get; } = page;

        public IReadOnlyList<string> Seen => [.. seen];

        public static async Task<Watched> StartAsync(IBrowserContext context, string site)
        {
            var watched = new Watched(context, await context.NewPageAsync());
            await context.RouteAsync(url => !url.StartsWith(site, StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal), route =>
            {
                watched.seen.Enqueue($"asked {route.Request.Url}");
                return route.AbortAsync();
            });
            watched.Page.Console += (_, line) =>
            {
                if (line.Text == "ran")
                {
                    watched.seen.Enqueue("ran a script");
                }
            };
            watched.Page.Dialog += (_, dialog) =>
            {
                watched.seen.Enqueue("ran a dialog");
                _ = dialog.DismissAsync();
            };
            watched.Page.Popup += (_, _) => watched.seen.Enqueue("ran a new window");
            return watched;
        }

        public void Clear() => seen.Clear();

        public async ValueTask DisposeAsync() => await context.DisposeAsync();
    }
}
