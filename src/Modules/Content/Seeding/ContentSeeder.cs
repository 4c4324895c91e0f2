using MediatR;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Seeding;

namespace Medway.LocalOffer.Content.Seeding;

/// <summary>Loads the pages, questions, news, events and hard words that come with the product.</summary>
internal sealed class ContentSeeder(IMediator mediator, SeedFiles files) : ISeeder
{
    public SeedSet Set => SeedSet.Reference;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var pages = await SeedFolder.ReadAsync(files, cancellationToken);
        var outcome = await mediator.Send(new LoadPages(pages), cancellationToken);
        if (!outcome.IsOk)
        {
            throw new InvalidDataException($"The pages were not loaded: {outcome.Kind}.");
        }
    }
}
