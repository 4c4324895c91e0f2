using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Features.ImportServices;
using Medway.LocalOffer.Listings.Features.Staff.CheckService;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Seeding;

/// <summary>Plainly made-up services of which everything is told: of real ones nobody has told us most of what a page can say.</summary>
internal sealed class DemoServices(ListingsDbContext context, IMediator mediator, SeedFiles files, ImportRuns runs) : ISeeder
{
    private const string FileName = "services.csv";
    private const string Confirmed = "example-saturday-club";

    public SeedSet Set => SeedSet.Demo;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var id = NaturalKey.Service(Confirmed);
        if (await context.Services.AnyAsync(service => service.Id == id, cancellationToken))
        {
            return;
        }

        var file = new ImportFile(FileName, await File.ReadAllBytesAsync(files.PathOf(Set, FileName), cancellationToken));
        var report = await runs.RunAsync(new ListingsImport(mediator), file, dryRun: false, cancellationToken);
        if (report.Problems is [var first, ..])
        {
            throw new InvalidDataException($"Seed file {FileName}, line {first.Line}, {first.Column}: {first.Message}");
        }

        await mediator.Send(new ConfirmByStaff(id, "Made up for a demonstration"), cancellationToken);
    }
}
