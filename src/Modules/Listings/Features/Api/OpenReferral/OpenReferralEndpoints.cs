using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Medway.LocalOffer.Listings.Features.Api.OpenReferral;

/// <summary>
/// The directory as open data: Open Referral UK 3.0 (HSDS-UK 3.0), read only, for anybody, from any site. Every answer says a tag of its bytes
/// and is asked for again, so a harvester gets 304 until something changes and never an old copy.
/// </summary>
internal static class OpenReferralEndpoints
{
    public const string Root = "/openreferral";

    /// <summary>Also of the file that staff take out.</summary>
    public static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly FeedAbout About = new(
        "HSDS-UK-3.0", "https://openreferraluk.org/specifications/3.0", "https://openreferraluk.org/specifications/3.0/openapi.json");

    public static void MapOpenReferral(this IEndpointRouteBuilder endpoints)
    {
        var feed = endpoints.MapGroup(Root).AllowAnonymous().AddEndpointFilter(async (context, next) =>
        {
            context.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
            context.HttpContext.Response.Headers.AccessControlExposeHeaders = "ETag, Link";
            return await next(context);
        });
        feed.MapGet("", (HttpContext http) => Answer(http, About));
        feed.MapGet("/services", async (HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
            await ListAsync(http, mediator, query => new ListFeedServices(query), Next, cancellationToken));
        feed.MapGet("/services/{id}", async (string id, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
            await OneAsync(id, http, mediator, found => new ReadFeedService(found), cancellationToken));
        feed.MapGet("/service_at_locations", async (HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
            await ListAsync(http, mediator, query => new ListServicesAtLocations(query), null, cancellationToken));
        feed.MapGet("/service_at_locations/{id}", async (string id, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
            await OneAsync(id, http, mediator, found => new ReadServiceAtLocation(found), cancellationToken));
        feed.MapGet("/organizations", async (HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
            await ListAsync(http, mediator, query => new ListFeedOrganizations(query), null, cancellationToken));
        feed.MapGet("/organizations/{id}", async (string id, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
            await OneAsync(id, http, mediator, found => new ReadFeedOrganization(found), cancellationToken));
        feed.MapGet("/taxonomies", (HttpContext http) => Fixed(http, FeedTaxonomies.All));
        feed.MapGet("/taxonomies/{id}", (string id, HttpContext http) => Fixed(http, id, FeedTaxonomies.All.FirstOrDefault(taxonomy => taxonomy.Id.ToString("D") == id)));
        feed.MapGet("/taxonomy_terms", (HttpContext http) =>
        {
            var query = FeedQuery.Read(http.Request.Query);
            return Fixed(http, [.. FeedTaxonomies.Terms.Where(term => (query.Taxonomy is null || term.TaxonomyId == query.Taxonomy)
                && term.Name.Contains(query.Search, StringComparison.OrdinalIgnoreCase))]);
        });
        feed.MapGet("/taxonomy_terms/{id}", (string id, HttpContext http) => Fixed(http, id, FeedTaxonomies.Terms.FirstOrDefault(term => term.Id.ToString("D") == id)));
        feed.MapGet("/{**rest}", (HttpContext http) => Missing());
    }

    private static async Task<IResult> ListAsync<T>(
        HttpContext http, IMediator mediator, Func<FeedQuery, IQuery<FeedPage<T>>> ask, Func<HttpContext, FeedQuery, FeedPage<T>, string?>? next, CancellationToken cancellationToken)
    {
        var query = FeedQuery.Read(http.Request.Query);
        if (query.Problems.Count > 0)
        {
            return Wrong(query.Problems);
        }

        var outcome = await mediator.Send(ask(query), cancellationToken);
        if (!outcome.IsOk)
        {
            return Wrong(outcome.Errors.GroupBy(error => error.Field).ToDictionary(group => group.Key, group => group.Select(error => error.Message).ToArray()));
        }

        if (next?.Invoke(http, query, outcome.Value) is { } link)
        {
            http.Response.Headers.Link = link;
        }

        return Answer(http, outcome.Value);
    }

    private static async Task<IResult> OneAsync<T>(string id, HttpContext http, IMediator mediator, Func<Guid, IQuery<T>> ask, CancellationToken cancellationToken) =>
        Guid.TryParseExact(id, "D", out var found) && await mediator.Send(ask(found), cancellationToken) is { IsOk: true } outcome ? Answer(http, outcome.Value) : Missing();

    private static IResult Fixed<T>(HttpContext http, IReadOnlyList<T> all)
    {
        var query = FeedQuery.Read(http.Request.Query);
        return query.Problems.Count > 0
            ? Wrong(query.Problems)
            : Answer(http, FeedPage<T>.Of([.. all.Skip((query.Page - 1) * query.PerPage).Take(query.PerPage)], all.Count, query.Page, query.PerPage));
    }

    private static IResult Fixed<T>(HttpContext http, string id, T? found)
        where T : class => found is null ? Missing() : Answer(http, found);

    /// <summary>Where to go on from the last service of a list in the order of change.</summary>
    private static string? Next(HttpContext http, FeedQuery query, FeedPage<FeedService> page)
    {
        if (query.ModifiedAfter is null || page.LastPage || page.Contents is not [.., var last])
        {
            return null;
        }

        var others = http.Request.Query.Where(pair => pair.Key is not ("modified_after" or "after_id" or "page"));
        var address = QueryHelpers.AddQueryString(Root + "/services", [.. others, new("modified_after", last.LastModified!.Value.ToString("O", CultureInfo.InvariantCulture)), new("after_id", last.Id.ToString("D"))]);
        return $"<{address}>; rel=\"next\"";
    }

    private static IResult Answer<T>(HttpContext http, T value)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, Json);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"");
        http.Response.Headers.CacheControl = "public, no-cache";
        return Results.Bytes(bytes, "application/json", entityTag: tag);
    }

    private static IResult Missing() => Results.Problem("There is nothing with this address or id. Lists start at /openreferral/services.", statusCode: StatusCodes.Status404NotFound);

    private static IResult Wrong(IReadOnlyDictionary<string, string[]> problems) =>
        Results.ValidationProblem(problems.ToDictionary(), "Something in the address could not be read. Put it right or leave it out.");
}
