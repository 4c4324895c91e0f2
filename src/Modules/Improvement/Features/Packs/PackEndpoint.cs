using System.Security.Cryptography;
using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Packs;

/// <summary>A pack, as it was made.</summary>
internal sealed record OpenPack(Guid Id) : IQuery<BoardPack>
{
    public Permission Permission => ImprovementPermissions.See;
}

internal sealed class OpenPackHandler(ImprovementDbContext context) : IRequestHandler<OpenPack, Outcome<BoardPack>>
{
    /// <exception cref="InvalidDataException">The bytes are not those that were stored.</exception>
    public async Task<Outcome<BoardPack>> Handle(OpenPack request, CancellationToken cancellationToken)
    {
        if (await context.Packs.AsNoTracking().SingleOrDefaultAsync(pack => pack.Id == request.Id, cancellationToken) is not { } pack)
        {
            return Outcome.NotFound;
        }

        return Convert.ToHexStringLower(SHA256.HashData(pack.Content)) == pack.Digest
            ? pack
            : throw new InvalidDataException($"Pack {pack.Id} is not what was made.");
    }
}

internal static class PackEndpoint
{
    /// <summary>The document brings its own style and nothing else: it runs, loads and sends nothing.</summary>
    private const string Policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src '{0}'";

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/staff/improvement/packs/{id:guid}", async (Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        {
            var found = await mediator.Send(new OpenPack(id), cancellationToken);
            if (!found.IsOk)
            {
                return Results.NotFound();
            }

            http.Response.Headers.ContentSecurityPolicy = Policy.Replace("{0}", StyleHash(found.Value.Content), StringComparison.Ordinal);
            http.Response.Headers.CacheControl = "no-store";
            return Results.Bytes(found.Value.Content, "text/html; charset=utf-8");
        })
        .WithMetadata(ImprovementPermissions.See);

    /// <summary>Of the one style in it: every text is encoded, so that the first one is ours.</summary>
    private static string StyleHash(byte[] content)
    {
        var start = content.AsSpan().IndexOf("<style>"u8) + "<style>"u8.Length;
        var length = content.AsSpan(start).IndexOf("</style>"u8);
        return $"sha256-{Convert.ToBase64String(SHA256.HashData(content.AsSpan(start, length)))}";
    }
}
