using MediatR;
using Medway.LocalOffer.Platform.Imports;

namespace Medway.LocalOffer.Listings.Features.ImportServices;

/// <summary>Files of services in the columns of <c>medway-services.csv</c>.</summary>
internal sealed class ListingsImport(IMediator mediator) : IImport
{
    public string Name => ListingsModule.SchemaName;

    public async Task<ImportReport> RunAsync(ImportFile file, bool dryRun, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new ImportListings(file, dryRun), cancellationToken);
        return outcome.IsOk ? outcome.Value : throw new UnauthorizedAccessException("This account may not load services from a file.");
    }
}
