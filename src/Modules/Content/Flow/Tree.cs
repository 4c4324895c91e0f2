using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Platform.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Flow;

/// <summary>The one tree of addresses: what is free, and what stands where.</summary>
internal sealed class Tree(ContentDbContext context, IEnumerable<EndpointDataSource> endpoints)
{
    /// <summary>Whoever changes an address holds this, so that two cannot take the same one.</summary>
    public const string Lock = "content.tree";

    /// <summary>First segments that modules to come will have (blueprint of the site); those of today are asked of the running site.</summary>
    private static readonly HashSet<string> Kept = new(StringComparer.OrdinalIgnoreCase)
    {
        "search", "services", "organisations", "news", "events", "questions", "files", "words", "alerts", "feedback", "you-said-we-did", "progress", "join",
        "panel", "my", "provider", "staff", "openreferral", "link", "callbacks", "error", "shortlist", "pack", "assets", "sitemap",
    };

    /// <summary>Where a document of this kind would stand, or what is wrong with that.</summary>
    /// <param name="except">The document that is moved: what it has is free for it.</param>
    public async Task<Outcome<string>> PlaceAsync(DocumentKind kind, Guid? parentId, string slug, Guid? except, CancellationToken cancellationToken)
    {
        if (Slugs.Problem(slug) is { } problem)
        {
            return Outcome.Invalid("Slug", problem);
        }

        var above = kind.Folder() is { } folder ? "/" + folder : "";
        if (kind.IsInTree() && parentId is { } id)
        {
            var parent = await context.Documents.AsNoTracking().SingleOrDefaultAsync(document => document.Id == id && document.BinnedAt == null, cancellationToken);
            if (parent is null || !parent.Kind.IsInTree())
            {
                return Outcome.Invalid("ParentId", "Choose a page that is there to put it under");
            }

            above = parent.Path;
        }
        else if (kind.IsInTree() && IsReserved(slug))
        {
            return Outcome.Invalid("Slug", $"/{slug} belongs to another part of the site. Choose another address");
        }

        var path = $"{above}/{slug}";
        if (path.Count(character => character == '/') > Slugs.Deepest || path.Length > Limits.Path)
        {
            return Outcome.Invalid("Slug", $"That would be more than {Slugs.Deepest} levels deep. Put it higher up");
        }

        return await context.Documents.AnyAsync(document => document.Path == path && document.BinnedAt == null && document.Id != except, cancellationToken)
            ? Outcome.Invalid("Slug", $"There is something at {path} already. Choose another address")
            : path;
    }

    /// <summary>Whether a page of the site itself begins so.</summary>
    public bool IsReserved(string segment) => Kept.Contains(segment) || FirstSegments(endpoints).Contains(segment);

    /// <summary>The first words of every address that is not a content page's.</summary>
    public static HashSet<string> FirstSegments(IEnumerable<EndpointDataSource> endpoints) => endpoints.SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>()
        .Select(endpoint => endpoint.RoutePattern.PathSegments is [{ Parts: [Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal] }, ..] ? literal.Content : null)
        .OfType<string>()
        .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
