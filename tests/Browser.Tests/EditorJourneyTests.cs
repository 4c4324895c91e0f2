using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Microsoft.Playwright;

namespace Medway.LocalOffer.Browser.Tests;

/// <summary>Two people and two hosts on one database; no mouse.</summary>
[Collection(Browser.Name)]
[Proves("content")]
public sealed class EditorJourneyTests(Browsing browsing, PostgresCluster cluster)
{
    private const string First = "Bring a towel and a drink.";
    private const string Second = "Bring a hat as well.";

    [Fact]
    public async Task Editor_CreatesAndAnotherApproves_ByKeyboard_AndTheNextRequestOnBothHostsShowsIt()
    {
        await using var other = new App(cluster) { ConnectionString = browsing.App.ConnectionString };
        await other.InitializeAsync();
        await using var editor = await browsing.VisitAsync();
        await using var publisher = await browsing.VisitAsync();
        await SignInAsync(editor, Roles.Editor);
        await SignInAsync(publisher, Roles.Publisher);
        var address = $"/keyboard-only-{Guid.CreateVersion7():n}";

        var staff = await CreateAsync(editor, address[1..]);
        await PreviewAsync(editor);
        await PressAsync(editor, "Hand it in for a check");
        (await browsing.App.GetAsync(address)).Status.ShouldBe(System.Net.HttpStatusCode.NotFound, "a draft is nobody else's");
        await ApproveAsync(publisher);
        foreach (var host in new[] { browsing.App, other })
        {
            await CachedAsync(host, address, First);
        }

        await editor.GoAsync(staff);
        await PressAsync(editor, "Write a new draft");
        await WriteAsync(editor, "Text", Second);
        await PressAsync(editor, "Save the draft");
        await PressAsync(editor, "Hand it in for a check");
        foreach (var host in new[] { browsing.App, other })
        {
            var still = await host.GetAsync(address);
            still.Response.Headers.Contains("Age").ShouldBeTrue("it still comes from the cache");
            still.MainText.ShouldContain(First);
        }

        await ApproveAsync(publisher);
        foreach (var host in new[] { browsing.App, other })
        {
            (await ShownAsync(host, address, Second)).ShouldBeTrue();
        }
    }

    private async Task SignInAsync(Visit visit, string role)
    {
        var someone = await browsing.App.MakeStaffAsync(role);
        await visit.GoAsync("/staff/sign-in");
        await WriteAsync(visit, "Your work e-mail address", someone.Email);
        await WriteAsync(visit, "Password", someone.Password);
        await PressAsync(visit, "Sign in");
        await WriteAsync(visit, "Code", someone.CodeAt(browsing.App.Clock.GetUtcNow()));
        await PressAsync(visit, "Go on");
        (await visit.Page.Locator("h1").InnerTextAsync()).ShouldBe("My work");
    }

    /// <returns>The staff page of what was made.</returns>
    private static async Task<string> CreateAsync(Visit editor, string slug)
    {
        await PressAsync(editor, "Pages");
        await PressAsync(editor, "Make a new page");
        await WriteAsync(editor, "Title", "Paper boats");
        await WriteAsync(editor, "Last part of its address", slug);
        await WriteAsync(editor, "Which team answers for it?", "the test team");
        await PressAsync(editor, "Make it and write");
        await WriteAsync(editor, "One sentence that says what it is about", "About paper boats.");
        await WriteAsync(editor, "Text", First);
        await PressAsync(editor, "Save the draft");
        return new Uri(editor.Page.Url).AbsolutePath;
    }

    private static async Task PreviewAsync(Visit editor)
    {
        await PressAsync(editor, "Look at the draft as families would");
        (await editor.Page.Locator("article").InnerTextAsync()).ShouldContain(First);
        await editor.Page.GoBackAsync();
    }

    private static async Task ApproveAsync(Visit publisher)
    {
        await publisher.GoAsync("/staff");
        await PressAsync(publisher, "Check it: Paper boats", isExact: false);
        await PressAsync(publisher, "Approve: publish it now");
    }

    /// <summary>Goes to what has this name by the Tab key, sees that it shows that it has the focus, and presses Enter.</summary>
    private static async Task PressAsync(Visit visit, string name, bool isExact = true)
    {
        await TabToAsync(visit, name, isExact);
        var before = visit.Page.Url;
        await visit.Page.EvaluateAsync("() => { window.isOldPage = true; }");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForFunctionAsync("() => !window.isOldPage && document.readyState === 'complete'");
        (await visit.Page.Locator(".summary").CountAsync()).ShouldBe(0, $"{name} on {before}");
    }

    private static async Task WriteAsync(Visit visit, string label, string words)
    {
        await TabToAsync(visit, label, isExact: true);
        await visit.Page.Keyboard.PressAsync("Control+a");
        await visit.Page.Keyboard.TypeAsync(words);
    }

    private static async Task TabToAsync(Visit visit, string name, bool isExact)
    {
        const int Most = 200;
        for (var time = 0; time < Most; time++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            var focused = await visit.Page.EvaluateAsync<string>(
                """
                () => {
                  const at = document.activeElement;
                  const label = at.labels?.[0];
                  return (label ? label.innerText : at.textContent).replace(/\s+/g, " ").trim();
                }
                """);
            if (isExact ? focused == name : focused.Replace(" ", "", StringComparison.Ordinal).Contains(name.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal))
            {
                (await visit.Page.EvaluateAsync<bool>("() => { const style = getComputedStyle(document.activeElement); return style.outlineStyle !== 'none' || style.boxShadow !== 'none'; }"))
                    .ShouldBeTrue($"one sees that {name} has the focus");
                return;
            }
        }

        throw new ShouldAssertException($"{name} on {visit.Page.Url} is not reached by the Tab key.");
    }

    private static async Task CachedAsync(App host, string address, string words)
    {
        for (var time = 0; time < 100; time++)
        {
            var page = await host.GetAsync(address);
            if (page.Response.Headers.Contains("Age") && page.MainText.Contains(words, StringComparison.Ordinal))
            {
                return;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new ShouldAssertException($"{address} never came from the cache.");
    }

    /// <summary>The answer to whoever approves has gone before the notice has arrived everywhere; a reader's next request comes later than that.</summary>
    private static async Task<bool> ShownAsync(App host, string address, string words)
    {
        for (var time = 0; time < 100; time++)
        {
            if ((await host.GetAsync(address)).MainText.Contains(words, StringComparison.Ordinal))
            {
                return true;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        return false;
    }
}
