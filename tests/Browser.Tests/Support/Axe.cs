using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Medway.LocalOffer.Browser.Tests;

/// <summary>The automatic part of WCAG 2.2 AA, and axe's best practices.</summary>
internal static class Axe
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>In the page itself: the newer way opens a second page for each check, for frames that we do not have.</summary>
    public static async Task<IEnumerable<string>> ViolationsAsync(IPage page, string name) =>
#pragma warning disable CS0618 // The way that is to stay costs a second page for each of some two hundred checks.
        (await page.Locator(":root").RunAxeLegacy(Rules)).Violations.SelectMany(violation => violation.Nodes.Take(3).Select(node =>
            $"{name}: {violation.Id} ({violation.Impact}) {node.Target} {node.Html[..Math.Min(160, node.Html.Length)]}"));
#pragma warning restore CS0618
}
