using System.Text;
using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Features.ImportFeed;
using Medway.LocalOffer.Listings.Features.Staff.LoadServices;
using Medway.LocalOffer.Listings.Features.Staff.MapColumns;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Seeding;

/// <summary>What the columns of a made-up table from elsewhere mean, and a trial of it in the background: nothing of it is loaded.</summary>
internal sealed class DemoTables(ListingsDbContext context, IMediator mediator) : ISeeder
{
    private const string MappingName = "Example clubs (made up)";

    private const string Table = """
        Ref,Club,Run by,About,Wheelchairs
        1,Example Moorings Drama (made up),Example Moorings (made up),Drama for everybody. Made up for a demonstration.,yes
        2,Example Moorings Art (made up),Example Moorings (made up),Art for everybody. Made up for a demonstration.,no

        """;

    public SeedSet Set => SeedSet.Demo;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await context.CsvMappings.AnyAsync(cancellationToken))
        {
            return;
        }

        Dictionary<string, string> columns = new(StringComparer.Ordinal) { ["id"] = "Ref", ["service_name"] = "Club", ["organisation_name"] = "Run by", ["description"] = "About" };
        await mediator.Send(new SaveMapping(MappingName, columns), cancellationToken);
        var file = new ImportFile("example-clubs.csv", Encoding.UTF8.GetBytes(Table))
        {
            Choices = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [MappedImport.MappingChoice] = MappingName,
                [FeedImports.SourceChoice] = "example-clubs",
                [FeedImports.KindChoice] = "activity",
            },
        };
        await mediator.Send(new LoadFile(file, MappedImport.ImportName, IsTrial: true) { LongestAtOnce = 0 }, cancellationToken);
    }
}
