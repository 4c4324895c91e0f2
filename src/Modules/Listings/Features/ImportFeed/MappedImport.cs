using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Platform.Imports;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Features.ImportFeed;

/// <summary>Tables with columns of their own. Choices: <c>mapping</c>, which must have been saved, and those of <see cref="OpenReferralImport"/>.</summary>
internal sealed class MappedImport(IMediator mediator, ListingsDbContext context) : IImport
{
    public const string ImportName = "mapped";
    public const string MappingChoice = "mapping";

    public string Name => ImportName;

    public async Task<ImportReport> RunAsync(ImportFile file, bool dryRun, CancellationToken cancellationToken)
    {
        var name = file.Choices.GetValueOrDefault(MappingChoice, "");
        return await context.CsvMappings.AsNoTracking().SingleOrDefaultAsync(mapping => mapping.Name == name, cancellationToken) is { } mapping
            ? await FeedImports.RunAsync(mediator, file, mapping, dryRun, cancellationToken)
            : new ImportReport(0, 0, 0, 0, [new ImportProblem(1, MappingChoice, "Choose what the columns of the table mean. If nobody has said it yet, say it first.")]);
    }
}
