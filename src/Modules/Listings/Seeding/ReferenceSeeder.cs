using MediatR;
using Medway.LocalOffer.Listings.Features.ImportServices;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Seeding;

namespace Medway.LocalOffer.Listings.Seeding;

/// <summary>Loads the services that the product comes with. A service that is already there stays as staff left it.</summary>
internal sealed class ReferenceSeeder(IMediator mediator, SeedFiles files, ImportRuns runs) : ISeeder
{
    private const string FileName = "listings/medway-services.csv";

    public SeedSet Set => SeedSet.Reference;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var file = new ImportFile(FileName, await File.ReadAllBytesAsync(files.PathOf(Set, FileName), cancellationToken));
        var import = new NewServices(mediator);

        // A start that finds nothing new leaves no record.
        var found = await import.RunAsync(file, dryRun: true, cancellationToken);
        if (found.Problems is [var first, ..])
        {
            throw new InvalidDataException($"Seed file {FileName}, line {first.Line}, {first.Column}: {first.Message}");
        }

        if (found.Added > 0)
        {
            await runs.RunAsync(import, file, dryRun: false, cancellationToken);
        }
    }

    private sealed class NewServices(IMediator mediator) : IImport
    {
        public string Name => "listings";

        public async Task<ImportReport> RunAsync(ImportFile file, bool dryRun, CancellationToken cancellationToken) =>
            (await mediator.Send(new ImportListings(file, dryRun, OnlyNew: true), cancellationToken)).Value;
    }
}
