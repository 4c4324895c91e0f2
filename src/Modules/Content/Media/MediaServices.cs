using MediatR;
using Medway.LocalOffer.Content.Markdown;
using Medway.LocalOffer.Platform.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Medway.LocalOffer.Content.Media;

internal static class MediaServices
{
    private const string Ready = "ready";

    public static void AddMedia(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IMediaFacts, MediaFacts>();
        services.AddScoped<MediaUses>();
        services.AddSingleton(_ => new PictureProgram(configuration["Pictures:Program"] ?? PictureProgram.Usual));
        services.AddSingleton<PictureMaking>();
        services.AddHealthChecks().AddCheck<PicturesReady>("pictures", HealthStatus.Degraded, [Ready], TimeSpan.FromSeconds(15));
    }

    /// <summary>Serves what pages show. An address holds a piece of the content's digest, so it never changes its meaning.</summary>
    public static void MapMedia(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/media/{key}/{file}", async (string key, string file, IMediator mediator, IFiles files, HttpContext context) =>
        {
            var outcome = await mediator.Send(new ReadMedia(key, file), context.RequestAborted);
            if (!outcome.IsOk)
            {
                return Results.NotFound();
            }

            var headers = context.Response.Headers;
            headers.CacheControl = "public, max-age=31536000, immutable";
            headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
            var (stored, type, name) = outcome.Value;
            return Results.Stream(body => files.CopyToAsync(stored, body, context.RequestAborted), type, name);
        }).AllowAnonymous();
}
