using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Media;

/// <summary>The bytes at one address.</summary>
internal sealed record ReadMedia(string Key, string FileName) : IQuery<ServedMedia>
{
    public Permission Permission => Permission.ReadPublished;
}

/// <param name="DownloadName">Set for what a browser must save and never open in the site's own place.</param>
internal sealed record ServedMedia(byte[] Content, string ContentType, string? DownloadName);

internal sealed class ReadMediaHandler(ContentDbContext context) : IRequestHandler<ReadMedia, Outcome<ServedMedia>>
{
    public async Task<Outcome<ServedMedia>> Handle(ReadMedia request, CancellationToken cancellationToken)
    {
        var file = await (
            from media in context.Set<MediaItem>().AsNoTracking()
            from kept in media.Files
            where media.Key == request.Key && kept.FileName == request.FileName
            select new { media.Kind, kept.Content, kept.ContentType }).SingleOrDefaultAsync(cancellationToken);
        return file is null
            ? Outcome.NotFound
            : new ServedMedia(file.Content, file.ContentType, file.Kind == MediaKind.Document ? $"{request.Key}.pdf" : null);
    }
}
