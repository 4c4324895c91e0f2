using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Media;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Features.Staff.ListMedia;

/// <summary>Pictures and files, with their words in view: a list is where wrong ones are seen.</summary>
internal sealed record ListMedia(ListQuery Query) : IQuery<Listed<MediaRow>>
{
    public Permission Permission => ContentPermissions.Write;
}

/// <param name="Alt">Null for a decorative picture and for a document.</param>
/// <param name="Thumbnail">Address of the smallest size; null for a document.</param>
internal sealed record MediaRow(Guid Id, string Key, string Name, MediaKind Kind, string? Alt, string Owner, DateTimeOffset AddedAt, string? Thumbnail);

internal sealed class ListMediaHandler(ContentDbContext context) : IRequestHandler<ListMedia, Outcome<Listed<MediaRow>>>
{
    public async Task<Outcome<Listed<MediaRow>>> Handle(ListMedia request, CancellationToken cancellationToken)
    {
        var query = request.Query;
        var media = context.Set<MediaItem>().AsNoTracking();
        if (query["kind"] is { } kind)
        {
            var wanted = Enum.Parse<MediaKind>(kind, ignoreCase: true);
            media = media.Where(item => item.Kind == wanted);
        }

        var sorted = query.Sort switch
        {
            "name" => media.OrderBy(item => item.Name),
            "-name" => media.OrderByDescending(item => item.Name),
            "owner" => media.OrderBy(item => item.Owner),
            "-owner" => media.OrderByDescending(item => item.Owner),
            "added" => media.OrderBy(item => item.AddedAt),
            _ => media.OrderByDescending(item => item.AddedAt),
        };
        return await sorted.ThenBy(item => item.Id)
            .Select(item => new MediaRow(item.Id, item.Key, item.Name, item.Kind, item.Alt, item.Owner, item.AddedAt, item.Kind == MediaKind.Document
                ? null
                : item.Files.OrderBy(file => file.Width).Select(file => "/media/" + item.Key + "/" + file.FileName).FirstOrDefault()))
            .ToPageAsync(query, cancellationToken);
    }
}
