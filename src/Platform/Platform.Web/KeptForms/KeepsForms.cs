using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Platform.Web.KeptForms;

/// <summary>Keeps a form that is sent after its session has ended; the refusal that follows leads to the sign-in page and back to the form.</summary>
public static class KeepsForms
{
    /// <summary>Between authentication, which says whether there is a session, and authorization, which refuses.</summary>
    public static IApplicationBuilder UseKeptForms(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (HttpMethods.IsPost(context.Request.Method)
            && KeptFormReading.IsInside(context.Request.Path)
            && context.User.Identity?.IsAuthenticated != true
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

    /// <summary>Whose session it was; null when the browser brings nothing that says so.</summary>
    private static async Task<string?> LastAccountAsync(HttpContext context)
    {
        foreach (var door in context.RequestServices.GetServices<ILastSession>())
        {
            if (await door.ActorIdAsync(context, context.RequestAborted) is { } account)
            {
                return account;
            }
        }

        return null;
    }
}
