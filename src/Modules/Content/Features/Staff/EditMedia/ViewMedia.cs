using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Media;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.Staff.EditMedia;

internal sealed record ViewMedia(Guid Id) : IQuery<MediaView>
{
    public Permission Permission => ContentPermissions.Write;
}

/// <param name="Address">Of the largest size, or of the document.</param>
/// <param name="Size">Of what stands at the address, in words.</param>
internal sealed record MediaView(MediaItem Item, string Address, string Size, IReadOnlyList<MediaUse> Uses);

internal sealed class ViewMediaHandler(ContentDbContext context, MediaUses uses) : IRequestHandler<ViewMedia, Outcome<MediaView>>
{
    public async Task<Outcome<MediaView>> Handle(ViewMedia request, CancellationToken cancellationToken)
    {
        if (await context.Set<MediaItem>().AsNoTracking().SingleOrDefaultAsync(media => media.Id == request.Id, cancellationToken) is not { } item)
        {
            return Outcome.NotFound;
        }

        var file = await context.Set<MediaFile>().AsNoTracking().Where(file => file.MediaId == item.Id).OrderByDescending(file => file.Width)
            .Select(file => new { file.FileName, file.Size }).FirstAsync(cancellationToken);
        return new MediaView(item, MediaAddress.Of(item.Key, file.FileName), SizeWords.Of(file.Size), await uses.OfAsync(item.Key, cancellationToken));
    }
}
