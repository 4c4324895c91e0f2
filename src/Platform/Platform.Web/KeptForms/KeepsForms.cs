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
            if (await LastAccountAsync(context) is { } owner)
            {
                await KeepAsync(context, owner);
            }

            LeadBackToThePage(context.Request);
        }

        await next(context);
    });

    /// <summary>Somebody signs out: nothing of what this browser sent stays behind.</summary>
    public static async Task ForgetKeptFormsAsync(this HttpContext context, CancellationToken cancellationToken)
    {
        var forms = context.RequestServices.GetRequiredService<Platform.KeptForms.KeptForms>();
        foreach (var id in KeptFormCookie.Read(context.Request))
        {
            await forms.ForgetAsync(id, cancellationToken);
        }

        KeptFormCookie.Clear(context.Response);
    }

    /// <returns>Whether it was kept.</returns>
    internal static async Task<bool> KeepAsync(HttpContext context, string owner)
    {
        if (await KeptFormReading.ReadAsync(context.Request, context.RequestAborted) is not { } form)
        {
            return false;
        }

        var forms = context.RequestServices.GetRequiredService<Platform.KeptForms.KeptForms>();
        KeptFormCookie.Add(context, await forms.KeepAsync(form, owner, context.RequestAborted));
        LeadBackToThePage(context.Request);
        return true;
    }

    /// <summary>The way back is a GET of the page, which has no handler of that name.</summary>
    private static void LeadBackToThePage(HttpRequest request) =>
        request.QueryString = QueryString.Create(request.Query.Where(pair => !pair.Key.Equals("handler", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whose session it was; null when the browser brings nothing that says so, as after signing out.</summary>
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
