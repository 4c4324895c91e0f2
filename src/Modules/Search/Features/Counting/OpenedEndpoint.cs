using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Medway.LocalOffer.Search.Features.Counting;

/// <summary>A script of the results page says that a result was opened; which one, and by whom, it does not say.</summary>
internal static class OpenedEndpoint
{
    private const int LongestBody = 2_000;

    public static void MapOpened(this IEndpointRouteBuilder endpoints) => endpoints.MapPost("/search/opened", AnswerAsync).AllowAnonymous();

    private static async Task<IResult> AnswerAsync(HttpContext http, SearchTally tally)
    {
        var request = http.Request;
        if (request.Headers["Sec-Fetch-Site"] != "same-origin" || request.ContentLength is null or > LongestBody || !request.HasFormContentType)
        {
            return Results.BadRequest();
        }

        var form = await request.ReadFormAsync(http.RequestAborted);
        tally.Opened(form["q"].ToString());
        return Results.NoContent();
    }
}
