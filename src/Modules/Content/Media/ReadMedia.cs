using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Platform.Files;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Media;

/// <summary>What stands at one address.</summary>
internal sealed record ReadMedia(string Key, string FileName) : IQuery<ServedMedia>
{
    public Permission Permission => Permission.ReadPublished;
}

/// <param name="DownloadName">Set for what a browser must save and never open in the site's own place.</param>
internal sealed record ServedMedia(FileDetails Stored, string ContentType, string? DownloadName);

internal sealed class ReadMediaHandler(ContentDbContext context, IFiles files) : IRequestHandler<ReadMedia, Outcome<ServedMedia>>
{
    public async Task<Outcome<ServedMedia>> Handle(ReadMedia request, CancellationToken cancellationToken)
    {
        var file = await (
            from media in context.Set<MediaItem>().AsNoTracking()
            from kept in media.Files
            where media.Key == request.Key && kept.FileName == request.FileName
            select new { media.Kind, kept.StoredId, kept.ContentType }).SingleOrDefaultAsync(cancellationToken);
        return file is null || await files.FindAsync(MediaFiles.Kind, file.StoredId, cancellationToken) is not { } stored
            ? Outcome.NotFound
            : new ServedMedia(stored, file.ContentType, file.Kind == MediaKind.Document ? $"{request.Key}.pdf" : null);
    }
}
