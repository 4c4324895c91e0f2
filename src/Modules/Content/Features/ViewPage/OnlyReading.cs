using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Medway.LocalOffer.Content.Features.ViewPage;

/// <summary>Lets the page that takes every address take only what reads; anything else is answered as if it were not there.</summary>
internal sealed class OnlyReading : IRouteConstraint
{
    public const string Name = "reading";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        httpContext is null || HttpMethods.IsGet(httpContext.Request.Method) || HttpMethods.IsHead(httpContext.Request.Method);
}
