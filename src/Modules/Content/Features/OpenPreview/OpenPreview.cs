using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Features.ViewPage;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.OpenPreview;

/// <summary>The draft that a link shows, or that of a page under it. Whoever holds the link may read it; it changes nothing.</summary>
internal sealed record OpenPreview(string Token, string Path) : IQuery<PageView>
{
    public Permission Permission => Permission.ReadPublished;
}

internal sealed class OpenPreviewHandler(ContentDbContext context, OneTimeLinks links, Previews previews, PageSurroundings surroundings) : IRequestHandler<OpenPreview, Outcome<PageView>>
{
    public async Task<Outcome<PageView>> Handle(OpenPreview request, CancellationToken cancellationToken)
    {
        if (Slugs.Normal(request.Path) is not { } address
            || await links.FindAsync(request.Token, cancellationToken) is not { Purpose: LinkPurposes.Preview } link)
        {
            return Outcome.NotFound;
        }

        var root = await context.Documents.AsNoTracking().SingleOrDefaultAsync(document => document.Id == link.SubjectId && document.BinnedAt == null, cancellationToken);
        if (root is null)
        {
            return Outcome.NotFound;
        }

        var last = address[(address.LastIndexOf('/') + 1)..];
        var key = VariantKey.OfSlug(last);
        var path = key == VariantKey.Full ? address : address[..address.LastIndexOf('/')];
        if (path != root.Path && !path.StartsWith(root.Path + "/", StringComparison.Ordinal))
        {
            return Outcome.NotFound;
        }

        var id = await context.Documents.AsNoTracking().Where(document => document.Path == path && document.BinnedAt == null)
            .Select(document => (Guid?)document.Id).SingleOrDefaultAsync(cancellationToken);
        return id is { } documentId && await previews.OfHeadAsync(documentId, key, cancellationToken) is { } page
            ? await surroundings.ShowDraftsAsync(page, root.Path, cancellationToken)
            : Outcome.NotFound;
    }
}
