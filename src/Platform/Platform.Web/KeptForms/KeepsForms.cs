using System.Security.Claims;
using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Medway.LocalOffer.Platform.Web.KeptForms;

/// <summary>Keeps a form that is sent after its session has ended; the refusal that follows leads to the sign-in page and back to the form.</summary>
public static class KeepsForms
{
    /// <summary>Between authentication, which says whether there is a session, and authorization, which refuses.</summary>
    public static IApplicationBuilder UseKeptForms(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (HttpMethods.IsPost(context.Request.Method)
            && KeptFormReading.IsInside(context.Request.Path)
            && context.RequestServices.GetRequiredService<Actor>().Kind == ActorKind.Visitor
            && context.GetEndpoint()?.Metadata is { } metadata
            && metadata.GetMetadata<PageActionDescriptor>() is not null
            && metadata.GetMetadata<IAllowAnonymous>() is null)
        {
            await KeepAsync(context, await LastAccountAsync(context));
        }

        await next(context);
    });

    /// <returns>Whether it was kept.</returns>
    internal static async Task<bool> KeepAsync(HttpContext context, string? owner)
    {
        var forms = context.RequestServices.GetRequiredService<Platform.KeptForms.KeptForms>();
        if (await KeptFormReading.ReadAsync(context.Request, context.RequestAborted) is not { } form
            || await forms.KeepAsync(form, owner, context.RequestAborted) is not { } id)
        {
            return false;
        }

        KeptFormCookie.Add(context, id);

        // The way back is a GET of the page, which has no handler of that name.
        context.Request.QueryString = QueryString.Create(context.Request.Query.Where(pair => !pair.Key.Equals("handler", StringComparison.OrdinalIgnoreCase)));
        return true;
    }

    /// <summary>Whose session it was, from the cookie that is no longer good enough to come in; null when it says nothing.</summary>
    private static async Task<string?> LastAccountAsync(HttpContext context)
    {
        var schemes = context.RequestServices.GetRequiredService<IAuthenticationSchemeProvider>();
        var cookies = context.RequestServices.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>();
        foreach (var scheme in await schemes.GetAllSchemesAsync())
        {
            if (typeof(CookieAuthenticationHandler).IsAssignableFrom(scheme.HandlerType)
                && cookies.Get(scheme.Name) is { Cookie.Name: { } name } options
                && options.CookieManager.GetRequestCookie(context, name) is { Length: > 0 } cookie
                && options.TicketDataFormat.Unprotect(cookie)?.Principal.FindFirstValue(ClaimTypes.NameIdentifier) is { } account)
            {
                return account;
            }
        }

        return null;
    }
}
