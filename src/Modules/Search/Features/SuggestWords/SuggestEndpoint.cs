using Medway.LocalOffer.Search.Data;
using Medway.LocalOffer.Search.Domain;
using Medway.LocalOffer.Search.Features.FindHelp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Search.Features.SuggestWords;

/// <summary>What the search box offers while somebody types. Asked by a script; the form works without it.</summary>
internal static class SuggestEndpoint
{
    public const string Path = "/search/suggest";

    public static void MapSuggest(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Path, AnswerAsync)
        .AllowAnonymous()
        .CacheOutput(SearchCachePolicy.Name);

    private static async Task<IResult> AnswerAsync(HttpContext http, string? q, SuggestionSource source, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";

        // Where a child lives is not for a cache: nothing begins with a whole postcode anyway.
        var typed = q ?? "";
        return Results.Json(
            typed.Length is < Suggestions.ShortestTyped or > Suggestions.LongestTyped || Gazetteer.OutwardOfFullPostcode(typed) is not null
                ? []
                : (await source.LoadAsync(cancellationToken)).For(typed));
    }
}
