using Microsoft.AspNetCore.Http;

namespace Medway.LocalOffer.Register.Features.Join;

/// <summary>The code of the form that this browser is filling in. It goes when the browser is closed: on a shared computer nobody finds it.</summary>
internal static class JoinCookie
{
    private const string Name = "__Host-lo-register";

    public static string? Read(HttpContext http) => http.Request.Cookies[Name];

    public static void Set(HttpContext http, string code) => http.Response.Cookies.Append(Name, code, Options());

    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(Name, Options());

    private static CookieOptions Options() => new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true };
}
