using MediatR;
using Medway.LocalOffer.Listings.Features.ImportServices;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Seeding;

namespace Medway.LocalOffer.Listings.Seeding;

/// <summary>Loads the services that the product comes with. A service that is already there stays as staff left it.</summary>
internal sealed class ReferenceSeeder(IMediator mediator, SeedFiles files) : ISeeder
{
    private const string FileName = "listings/medway-services.csv";

    public SeedSet Set => SeedSet.Reference;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var content = await File.ReadAllBytesAsync(files.PathOf(Set, FileName), cancellationToken);
        var outcome = await mediator.Send(new ImportListings(new ImportFile(FileName, content), DryRun: false, OnlyNew: true), cancellationToken);
        if (outcome.Value.Problems is [var first, ..])
        {
            throw new InvalidDataException($"Seed file {FileName}, line {first.Line}, {first.Column}: {first.Message}");
        }
    }
}
