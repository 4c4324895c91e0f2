using System.Globalization;
using Medway.LocalOffer.Platform.KeptForms;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Frame;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Medway.LocalOffer.Platform.Web.KeptForms;

/// <summary>
/// Gives every page behind a sign-in back what was typed on it, and nothing more: nothing is sent by itself. A token that the new session
/// does not know leads here too, in place of a bare 400.
/// </summary>
internal sealed class KeptFormFilter(
    Actor actor,
    ParameterBinder parameters,
    IModelBinderFactory binders,
    IModelMetadataProvider metadata) : IAsyncPageFilter, IAsyncAlwaysRunResultFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        var kept = KeptFormReading.IsInside(http.Request.Path) && actor.Id is { } owner ? await FindAsync(http, owner) : null;
        if (kept is var (id, _) && HttpMethods.IsPost(http.Request.Method))
        {
            await Forms(http).ForgetAsync(id, http.RequestAborted);
            KeptFormCookie.Remove(http, id);
        }

        var executed = await next();
        if (kept is var (_, form) && HttpMethods.IsGet(http.Request.Method) && executed.Result is PageResult)
        {
            await ShowAsync(context, form);
            http.Items[InsideFrames.KeptFormShown] = true;
        }
    }

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (context.Result is IAntiforgeryValidationFailedResult
            && KeptFormReading.IsInside(http.Request.Path)
            && KeptFormReading.IsFromOurselves(http.Request))
        {
            // A sign-in page keeps nothing: it is shown again with a token that fits.
            var isOpen = http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            if (isOpen || (actor.Id is { } owner && await KeepsForms.KeepAsync(http, owner)))
            {
                context.Result = new LocalRedirectResult(http.Request.Path + http.Request.QueryString);
            }
        }

        await next();
    }

    /// <summary>Asked for when there is one to look for: it brings a context with it, and most pages have no use for that.</summary>
    private static Platform.KeptForms.KeptForms Forms(HttpContext http) => http.RequestServices.GetRequiredService<Platform.KeptForms.KeptForms>();

    private static async Task<(Guid Id, KeptForm Form)?> FindAsync(HttpContext http, string owner)
    {
        foreach (var id in KeptFormCookie.Read(http.Request))
        {
            if (await Forms(http).FindAsync(id, owner, http.RequestAborted) is { } form && http.Request.Path.Equals(form.Path, StringComparison.OrdinalIgnoreCase))
            {
                return (id, form);
            }
        }

        return null;
    }

    /// <summary>Binds it as a POST would, then takes the complaints away: nobody has pressed the button yet.</summary>
    private async Task ShowAsync(PageHandlerExecutingContext context, KeptForm form)
    {
        var values = new FormValueProvider(
            BindingSource.Form,
            new FormCollection(form.Fields.ToDictionary(field => field.Key, field => new StringValues(field.Value), StringComparer.OrdinalIgnoreCase)),
            CultureInfo.InvariantCulture);
        var page = context.HandlerInstance;
        foreach (var property in context.ActionDescriptor.BoundProperties)
        {
            // What the address says stays: it says which record this page is about.
            if (context.RouteData.Values.ContainsKey(property.Name) || context.HttpContext.Request.Query.ContainsKey(property.Name))
            {
                continue;
            }

            var about = metadata.GetMetadataForProperty(page.GetType(), property.Name);
            var binder = binders.CreateBinder(new() { BindingInfo = property.BindingInfo, Metadata = about, CacheToken = property });
            var bound = await parameters.BindModelAsync(context, binder, values, property, about, value: null);
            if (bound.IsModelSet)
            {
                about.PropertySetter?.Invoke(page, bound.Model);
            }
        }

        foreach (var (name, typed) in form.Fields)
        {
            context.ModelState.SetModelValue(name, typed, string.Join(',', typed));
        }

        foreach (var entry in context.ModelState.Values)
        {
            entry.Errors.Clear();
            entry.ValidationState = ModelValidationState.Skipped;
        }
    }
}
