using System.Text.RegularExpressions;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Work;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Testing.Matrix;

/// <param name="Method">GET or POST, or what a minimal-API endpoint names.</param>
/// <param name="Route">As declared, with a leading slash and without constraints: <c>/services/{slug}</c>.</param>
/// <param name="Address">The route with a live id for each parameter; null when no module gives one.</param>
/// <param name="IsPage">A Razor page, so HTML.</param>
public sealed partial record LiveEndpoint(string Method, string Route, string? Address, bool IsPage)
{
    /// <summary>Every endpoint of the running host but its files and the fallback. Ids come from the modules' <see cref="ISampleRoutes"/>.</summary>
    public static async Task<IReadOnlyList<LiveEndpoint>> OfAsync(App app)
    {
        var values = await SampleValuesAsync(app);
        var loader = app.Services.GetRequiredService<PageLoader>();
        List<LiveEndpoint> found = [];
        foreach (var endpoint in app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            var route = "/" + Constraint().Replace(endpoint.RoutePattern.RawText ?? "", "{$1}").Trim('/');
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || route.Contains("{*", StringComparison.Ordinal))
            {
                continue;
            }

            var address = AddressOf(route, values);
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var handlers = (await loader.LoadAsync(page, endpoint.Metadata)).HandlerMethods;
                found.Add(new LiveEndpoint("GET", route, address, IsPage: true));
                if (handlers.Any(handler => handler.HttpMethod == "Post"))
                {
                    found.Add(new LiveEndpoint("POST", route, address, IsPage: true));
                }
            }
            else
            {
                var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];
                found.AddRange(methods.Select(method => new LiveEndpoint(method, route, address, IsPage: false)));
            }
        }

        return [.. found.DistinctBy(endpoint => (endpoint.Method, endpoint.Route)).OrderBy(endpoint => endpoint.Route, StringComparer.Ordinal).ThenBy(endpoint => endpoint.Method, StringComparer.Ordinal)];
    }

    private static async Task<Dictionary<string, IReadOnlyDictionary<string, string>>> SampleValuesAsync(App app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentLogin>().Value = DatabaseLogin.Private;
        scope.ServiceProvider.GetRequiredService<Actor>().Become(ActorKind.Job, "samples");
        Dictionary<string, IReadOnlyDictionary<string, string>> values = new(StringComparer.Ordinal);
        foreach (var module in scope.ServiceProvider.GetServices<ISampleRoutes>())
        {
            foreach (var (route, named) in await module.ValuesAsync(CancellationToken.None))
            {
                values["/" + Constraint().Replace(route, "{$1}").Trim('/')] = named;
            }
        }

        return values;
    }

    private static string? AddressOf(string route, Dictionary<string, IReadOnlyDictionary<string, string>> values)
    {
        if (!route.Contains('{', StringComparison.Ordinal))
        {
            return route;
        }

        return values.TryGetValue(route, out var named)
            ? Parameter().Replace(route, match => Uri.EscapeDataString(named[match.Groups[1].Value]))
            : null;
    }

    [GeneratedRegex(@"\{([a-zA-Z]+)[^}]*\}")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\{([a-zA-Z]+)\}")]
    private static partial Regex Parameter();
}
