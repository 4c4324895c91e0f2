using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.ViewPage;

/// <summary>What stands at an address of the tree.</summary>
/// <param name="Path">As it was asked for, without a leading slash.</param>
internal sealed record ViewPage(string Path) : IQuery<PageAnswer>
{
    public Permission Permission => Permission.ReadPublished;
}

/// <summary>One of the three is set, or the page has gone.</summary>
/// <param name="View">The page.</param>
/// <param name="MovedTo">Where it is now.</param>
internal sealed record PageAnswer(PageView? View, string? MovedTo)
{
    public bool HasGone => View is null && MovedTo is null;
}

internal sealed class ViewPageHandler(ContentDbContext context, PageSurroundings surroundings) : IRequestHandler<ViewPage, Outcome<PageAnswer>>
{
    public async Task<Outcome<PageAnswer>> Handle(ViewPage request, CancellationToken cancellationToken)
    {
        if (Slugs.Normal(request.Path) is not { } path)
        {
            return Outcome.NotFound;
        }

        var isLarge = path.EndsWith(LargePrint, StringComparison.Ordinal);
        var address = isLarge ? path[..^LargePrint.Length] : path;
        var page = await context.Published.AsNoTracking().SingleOrDefaultAsync(
            page => page.Address == address && page.Kind != DocumentKind.Alert, cancellationToken);
        if (page is null)
        {
            return await MovedAsync(path, cancellationToken) is { } moved ? new PageAnswer(null, moved) : Outcome.NotFound;
        }

        if (page.TakenDown == TakenDownReason.PublishedInError)
        {
            return new PageAnswer(null, null);
        }

        return '/' + request.Path != path
            ? new PageAnswer(null, path)
            : new PageAnswer(await surroundings.ShowAsync(page, cancellationToken) with { IsLarge = isLarge }, null);
    }

    private const string LargePrint = "/" + VariantKey.LargePrintSlug;

    /// <summary>An old address, or that of a twin under an old address.</summary>
    private async Task<string?> MovedAsync(string path, CancellationToken cancellationToken)
    {
        if (await EndOfAsync(path, cancellationToken) is { } end)
        {
            return end;
        }

        var slash = path.LastIndexOf('/');
        var last = path[(slash + 1)..];
        return slash > 0 && VariantKey.IsTwinSlug(last) && await EndOfAsync(path[..slash], cancellationToken) is { } full ? $"{full}/{last}" : null;
    }

    private async Task<string?> EndOfAsync(string path, CancellationToken cancellationToken)
    {
        var redirect = await context.Redirects.AsNoTracking().SingleOrDefaultAsync(redirect => redirect.FromPath == path, cancellationToken);
        return redirect?.ToPath ?? (redirect is null ? null : await context.Published.AsNoTracking()
            .Where(page => page.DocumentId == redirect.DocumentId && page.Variant == VariantKey.Full)
            .Select(page => page.Path).SingleOrDefaultAsync(cancellationToken));
    }
}
