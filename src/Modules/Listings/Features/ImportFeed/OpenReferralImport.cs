using MediatR;
using Medway.LocalOffer.Platform.Imports;

namespace Medway.LocalOffer.Listings.Features.ImportFeed;

/// <summary>Open Referral UK feeds. Choices: <c>source</c>, <c>kind</c>, and <c>leave-out yes</c>.</summary>
internal sealed class OpenReferralImport(IMediator mediator) : IImport
{
    public const string ImportName = "openreferral";
    public const string SourceChoice = "source";
    public const string KindChoice = "kind";
    public const string LeaveOutChoice = "leave-out";

    public string Name => ImportName;

    public async Task<ImportReport> RunAsync(ImportFile file, bool dryRun, CancellationToken cancellationToken)
    {
        var import = new ImportFeed(
            file,
            file.Choices.GetValueOrDefault(SourceChoice, ImportFeed.UsualSource),
            file.Choices.GetValueOrDefault(KindChoice, ""),
            file.Choices.GetValueOrDefault(LeaveOutChoice) == "yes",
            dryRun);

        // Asked before it is sent: a refused operation would take the run's own transaction down with it.
        if (new ImportFeedValidator().Validate(import) is { IsValid: false } wrong)
        {
            return new ImportReport(0, 0, 0, 0, [.. wrong.Errors.Select(error => new ImportProblem(1, error.PropertyName.ToLowerInvariant(), error.ErrorMessage + "."))]);
        }

        var outcome = await mediator.Send(import, cancellationToken);
        return outcome.IsOk ? outcome.Value : throw new UnauthorizedAccessException("This account may not load services from a file.");
    }
}
