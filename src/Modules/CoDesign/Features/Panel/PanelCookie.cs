using Microsoft.AspNetCore.Http;

namespace Medway.LocalOffer.CoDesign.Features.Panel;

/// <summary>The seat of this browser. It goes when the browser is closed: the next pupil at a shared computer starts with a card of their own.</summary>
internal static class PanelCookie
{
    private const string Name = "__Host-lo-panel";

    public static string? Read(HttpContext http) => http.Request.Cookies[Name];

    public static void Set(HttpContext http, string key) => http.Response.Cookies.Append(Name, key, Options());

    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(Name, Options());

    private static CookieOptions Options() => new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true };
}
