using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Medway.LocalOffer.Platform.Web.Forms;

/// <summary>
/// What was done, said once on the page that opens after a change. The address ends in <c>#said</c>, so a browser moves the focus there by
/// itself: it is read out with JavaScript off. It travels in a cookie that only the site can read and that is gone when it has been shown.
/// </summary>
public static class Saying
{
    /// <summary>Name of the cookie; over https with the prefix <c>__Host-</c> before it.</summary>
    public const string CookieName = "lo-said";

    private const string Key = "said";

    /// <param name="page">The page that made the change.</param>
    /// <param name="address">Where to go: a path of ours behind a sign-in; the public site sets no cookie and so says nothing.</param>
    /// <param name="said">One or two short sentences, for example <c>Saved. The site shows it within moments.</c> Never a name of a person.</param>
    public static IActionResult RedirectSaying(this PageModel page, string address, string said)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.TempData[Key] = said;
        return page.LocalRedirect($"{address}#{Key}");
    }

    /// <summary>What the page has to say, once; null when nothing was done.</summary>
    /// <param name="data">Of the page.</param>
    /// <param name="request">Without the cookie nothing is read, and so no cookie is taken back that was never there.</param>
    public static string? Said(this ITempDataDictionary data, HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(request);
        return request.Cookies.Keys.Any(name => name.EndsWith(CookieName, StringComparison.Ordinal)) ? data[Key] as string : null;
    }
}
