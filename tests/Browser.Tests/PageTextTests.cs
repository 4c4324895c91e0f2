using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Testing;
using Medway.LocalOffer.Testing.Matrix;
using Microsoft.Playwright;

namespace Medway.LocalOffer.Browser.Tests;

/// <summary>What editors write, in a browser.</summary>
[Collection(Browser.Name)]
[Proves("content")]
public sealed class PageTextTests(Browsing browsing)
{
    [Fact]
    public async Task Editor_ByKeyboard_MarksWordsAndShowsThePage()
    {
        await using var visit = await browsing.VisitAsync();
        await browsing.SignInAsAsync(visit, Roles.Author);
        await visit.GoAsync(await FirstEditAddressAsync());
        var page = visit.Page;
        var area = page.Locator("textarea[name=Body]");
        await area.FillAsync("Where to ask");

        // One stop for the toolbar; the arrows move inside it.
        await page.GetByRole(AriaRole.Button, new() { Name = "Heading", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        (await area.InputValueAsync()).ShouldBe("## Where to ask");
        await area.EvaluateAsync("area => area.setSelectionRange(3, 8)");
        await page.GetByRole(AriaRole.Button, new() { Name = "Heading", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        (await page.EvaluateAsync<string>("() => document.activeElement.textContent")).ShouldBe("Bold");
        await page.Keyboard.PressAsync("Space");
        (await area.InputValueAsync()).ShouldBe("## **Where** to ask");
        (await page.Locator("[data-said]").InnerTextAsync()).ShouldBe("Bold: put into the text");
        await page.Keyboard.PressAsync("Control+z");
        (await area.InputValueAsync()).ShouldBe("## Where to ask");

        await page.GetByRole(AriaRole.Button, new() { Name = "Show beside it how families see it" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var frame = page.FrameLocator("iframe[title]");
        await frame.Locator("h2#where-to-ask").WaitForAsync();
        (await page.Locator("iframe").EvaluateAsync<int>("frame => frame.clientWidth")).ShouldBeInRange(300, 400);
        await area.FillAsync("## Where to ask\n\n[here](/a)");
        await page.Locator("[data-problems] li").GetByText("do not say where the link leads").WaitForAsync();
        Unexpected(visit).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<p class=MsoNormal><b>Ask</b> the <a href='https://law.example/a b'>law</a><o:p></o:p></p>", "**Ask** the [law](https://law.example/a%20b)")]
    [InlineData("<h1>Title</h1><h2>Part</h2><p>One<br>two</p>", "## Title\n\n## Part\n\nOne\ntwo")]
    [InlineData("<p class=MsoListParagraph style='mso-list:l0 level1'><span style='mso-list:Ignore'>·<span>  </span></span>First</p><p class=MsoListParagraph style='mso-list:l0 level1'><span style='mso-list:Ignore'>·</span>Second</p>", "- First\n- Second")]
    [InlineData("<ol><li>One</li><li>Two</li></ol>", "1. One\n2. Two")]
    [InlineData("<table><tr><td><p>When</p></td><td>What</td></tr><tr><td>Week 6</td><td>Yes | no</td></tr></table>", ":::table\n| When | What |\n| --- | --- |\n| Week 6 | Yes \\| no |\n:::")]
    [InlineData("<style>p{color:red}</style><p style='color:red'><i>Plain</i> words <img src='file:///c/a.png'><script>alert(1)</script></p>", "Plain words")]
    [InlineData("<p><a href='javascript:alert(1)'>press</a> 2 * 3 &lt;b&gt;</p>", "press 2 \\* 3 \\<b>")]
    public async Task Paste_FromAWordProcessor_BecomesMarkdown(string html, string markdown)
    {
        await using var visit = await browsing.VisitAsync();
        await browsing.SignInAsAsync(visit, Roles.Author);
        await visit.GoAsync(await FirstEditAddressAsync());
        var area = visit.Page.Locator("textarea[name=Body]");
        await area.FillAsync("");
        await area.EvaluateAsync(
            """
            (area, html) => {
              const data = new DataTransfer();
              data.setData("text/html", html);
              data.setData("text/plain", "plain");
              area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """,
            html);
        (await area.InputValueAsync()).ShouldBe(markdown);
        Unexpected(visit).ShouldBeEmpty();
    }

    [Fact]
    public async Task Listen_IsThereOnlyWhereThereIsAVoice()
    {
        await using var silent = await browsing.VisitAsync();
        await silent.Page.AddInitScriptAsync("Object.defineProperty(window, 'speechSynthesis', { value: { getVoices: () => [], cancel() {}, addEventListener() {} } });");
        await silent.GoAsync("/ehc-plans");
        (await silent.Page.Locator("[data-listen] button").CountAsync()).ShouldBe(0);

        await using var speaking = await browsing.VisitAsync();
        await speaking.Page.AddInitScriptAsync(
            "window.said = []; Object.defineProperty(window, 'speechSynthesis', { value: { getVoices: () => [{ lang: 'en-GB' }], cancel() {}, addEventListener() {}, speak: (part) => { said.push(part.text); setTimeout(() => part.onend?.(), 1); } } });");
        await speaking.GoAsync("/ehc-plans");
        var button = speaking.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Listen \\(\\d+ minutes?\\)$") });
        await button.ClickAsync();
        await speaking.Page.WaitForFunctionAsync("() => said.length > 3");
        (await speaking.Page.EvaluateAsync<string>("() => said[0]")).ShouldBe(await speaking.Page.Locator("h1").InnerTextAsync());
    }

    // Pasted styles and scripts of the page in the sandboxed preview are refused, and the browser says so each time: the gates at work.
    private static IEnumerable<string> Unexpected(Visit visit) => visit.TakeWrong()
        .Where(line => !line.Contains("Applying inline style", StringComparison.Ordinal) && !line.Contains("Blocked script execution in 'about:srcdoc'", StringComparison.Ordinal));

    private async Task<string> FirstEditAddressAsync() => (await LiveEndpoint.OfAsync(browsing.App))
        .First(endpoint => endpoint is { Method: "GET", Route: "/staff/content/pages/{id}/edit/{variant}", Address: not null }).Address!;
}
