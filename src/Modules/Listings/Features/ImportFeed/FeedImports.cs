using MediatR;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Platform.Imports;

namespace Medway.LocalOffer.Listings.Features.ImportFeed;

/// <summary>Sends <see cref="ImportFeed"/> with what was chosen beside the file.</summary>
internal static class FeedImports
{
    public const string SourceChoice = "source";
    public const string KindChoice = "kind";
    public const string LeaveOutChoice = "leave-out";
    public const string OursChoice = "ours";

    public static async Task<ImportReport> RunAsync(IMediator mediator, ImportFile file, CsvMapping? mapping, bool dryRun, CancellationToken cancellationToken)
    {
        var import = new ImportFeed(
            file,
            file.Choices.GetValueOrDefault(SourceChoice, ImportFeed.UsualSource),
            file.Choices.GetValueOrDefault(KindChoice, ""),
            file.Choices.GetValueOrDefault(LeaveOutChoice) == "yes",
            file.Choices.GetValueOrDefault(OursChoice) == "yes",
            dryRun,
            mapping);

        // Asked before it is sent: a refused operation would take the run's own transaction down with it.
        if (new ImportFeedValidator().Validate(import) is { IsValid: false } wrong)
        {
            return new ImportReport(0, 0, 0, 0, [.. wrong.Errors.Select(error => new ImportProblem(1, error.PropertyName.ToLowerInvariant(), error.ErrorMessage + "."))]);
        }

        var outcome = await mediator.Send(import, cancellationToken);
        return outcome.IsOk ? outcome.Value : throw new UnauthorizedAccessException("This account may not load services from a file.");
    }
}
