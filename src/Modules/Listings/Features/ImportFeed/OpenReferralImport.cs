using MediatR;
using Medway.LocalOffer.Platform.Imports;

namespace Medway.LocalOffer.Listings.Features.ImportFeed;

/// <summary>Open Referral UK feeds. Choices: <c>source</c>, <c>kind</c>, <c>leave-out yes</c>, and <c>ours yes</c> for a file that was taken out here.</summary>
internal sealed class OpenReferralImport(IMediator mediator) : IImport
{
    public const string ImportName = "openreferral";

    public string Name => ImportName;

    public Task<ImportReport> RunAsync(ImportFile file, bool dryRun, CancellationToken cancellationToken) => FeedImports.RunAsync(mediator, file, null, dryRun, cancellationToken);
}
