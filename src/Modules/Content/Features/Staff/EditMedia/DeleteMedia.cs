using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Media;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Files;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.Staff.EditMedia;

/// <summary>Takes a picture or file away for good, when no page shows it and no draft names it.</summary>
internal sealed record DeleteMedia(Guid Id) : ICommand<Done>
{
    public Permission Permission => ContentPermissions.Write;
}

internal sealed class DeleteMediaHandler(ContentDbContext context, MediaUses uses, IFiles files, AuditTrail audit) : IRequestHandler<DeleteMedia, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(DeleteMedia request, CancellationToken cancellationToken)
    {
        if (await context.Set<MediaItem>().Include(media => media.Files).SingleOrDefaultAsync(media => media.Id == request.Id, cancellationToken) is not { } item)
        {
            return Outcome.NotFound;
        }

        if (await uses.OfAsync(item.Key, cancellationToken) is { Count: > 0 } used)
        {
            return Outcome.Conflict($"It is used in {(used.Count == 1 ? "1 text" : $"{used.Count} texts")}. Take it out there first: they are listed below");
        }

        foreach (var file in item.Files)
        {
            await files.RemoveAsync(MediaFiles.Kind, file.StoredId, cancellationToken);
        }

        context.Remove(item);
        audit.Record(context, MediaAudit.Deleted, "media", item.Id);
        await context.SaveChangesAsync(cancellationToken);
        return default(Done);
    }
}
