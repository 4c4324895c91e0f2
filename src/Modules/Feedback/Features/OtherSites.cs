using Microsoft.AspNetCore.Http;

namespace Medway.LocalOffer.Feedback.Features;

/// <summary>
/// The site sets no cookie for its visitors, so there is no antiforgery token: a form that another site sends is known by what the browser
/// says of where it comes from.
/// </summary>
internal static class OtherSites
{
    public static bool Sent(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return (site.Length > 0 && site is not ("same-origin" or "none"))
            || (origin.Length > 0 && origin != $"{request.Scheme}://{request.Host}");
    }
}
