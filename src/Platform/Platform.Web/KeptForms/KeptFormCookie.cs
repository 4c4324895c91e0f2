using Microsoft.AspNetCore.Http;

namespace Medway.LocalOffer.Platform.Web.KeptForms;

/// <summary>The ids of the forms that this browser sent too late. An id is random and opens nothing without its account.</summary>
internal static class KeptFormCookie
{
    public const string Name = "__Host-lo-kept";

    /// <summary>Windows open at once; with one more the oldest is let go.</summary>
    private const int Most = 5;

    public static IReadOnlyList<Guid> Read(HttpRequest request) => request.Cookies[Name] is not { Length: > 0 } text
        ? []
        : [.. text.Split('.', Most + 1).Take(Most).Select(part => Guid.TryParseExact(part, "N", out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];

    public static void Add(HttpContext context, Guid id) => Write(context.Response, [id, .. Read(context.Request).Take(Most - 1)]);

    public static void Remove(HttpContext context, Guid id) => Write(context.Response, [.. Read(context.Request).Where(known => known != id)]);

    public static void Clear(HttpResponse response) => Write(response, []);

    private static void Write(HttpResponse response, IReadOnlyList<Guid> ids)
    {
        var options = new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, Path = "/", MaxAge = Platform.KeptForms.KeptForms.Kept };
        if (ids.Count == 0)
        {
            response.Cookies.Delete(Name, options);
        }
        else
        {
            response.Cookies.Append(Name, string.Join('.', ids.Select(id => id.ToString("N"))), options);
        }
    }
}
