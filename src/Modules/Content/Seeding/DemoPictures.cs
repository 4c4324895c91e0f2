using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Features.Staff.AddMedia;
using Medway.LocalOffer.Content.Markdown;
using Medway.LocalOffer.Content.Media;
using Medway.LocalOffer.Platform.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Seeding;

/// <summary>Something to see under "Pictures and files". Left out where pictures cannot be made.</summary>
internal sealed class DemoPictures(IMediator mediator, ContentDbContext context, PictureProgram program, SeedFiles files) : ISeeder
{
    public SeedSet Set => SeedSet.Demo;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (!program.IsThere)
        {
            return;
        }

        foreach (var row in files.Rows(Set, "content/pictures.csv", "file", "name", "alt", "owner", "source"))
        {
            var key = Anchors.Of(row["name"]);
            if (await context.Set<MediaItem>().AnyAsync(media => media.Key == key, cancellationToken))
            {
                continue;
            }

            var content = await System.IO.File.ReadAllBytesAsync(files.PathOf(Set, "content/" + row["file"]), cancellationToken);
            var outcome = await mediator.Send(
                new AddMedia(row["name"], row["alt"], IsDecorative: false, row["owner"], row["source"], row["file"], content.Length, content), cancellationToken);
            if (!outcome.IsOk)
            {
                throw new InvalidDataException($"The picture {key} was not loaded: {(outcome.Errors is [var first, ..] ? first.Message : outcome.Kind.ToString())}");
            }
        }
    }
}
