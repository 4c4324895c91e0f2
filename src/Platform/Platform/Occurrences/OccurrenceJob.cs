using System.Collections.Frozen;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Medway.LocalOffer.Platform.Occurrences;

/// <summary>
/// Once a minute hands out what is due, one after the other, each in its own transaction. Hosts and runs may overlap: each occurrence is claimed
/// by one.
/// </summary>
internal sealed partial class OccurrenceJob(
    OccurrenceTable table,
    IServiceScopeFactory scopes,
    IEnumerable<OccurrenceDefinition> definitions,
    TimeProvider clock,
    ILogger<OccurrenceJob> logger) : IJob
{
    /// <summary>Tries of one occurrence; the waits between them grow to an hour.</summary>
    private const int MostAttempts = 8;

    // Two classes with one kind make this throw.
    private readonly FrozenDictionary<string, OccurrenceDefinition> definitions =
        definitions.Distinct().ToFrozenDictionary(definition => definition.Kind, StringComparer.Ordinal);

    public static string Kind => "platform.occurrences-hand-out";

    /// <summary>It repeats each minute by itself; a wait that grew would hold up everything else that is due.</summary>
    public static int MaxAttempts => 1;

    /// <exception cref="OccurrencesFailedException">Some were given up in this run, so that the job shows as broken where staff look.</exception>
    public async Task RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var givenUp = 0;
        while (definitions.Count > 0 && await HandOutAsync(cancellationToken) is { } wasGivenUp)
        {
            givenUp += wasGivenUp ? 1 : 0;
        }

        if (givenUp > 0)
        {
            throw new OccurrencesFailedException(givenUp);
        }
    }

    /// <returns>Whether one was given up; null when nothing is due.</returns>
    private async Task<bool?> HandOutAsync(CancellationToken cancellationToken)
    {
        ClaimedOccurrence? claimed = null;
        var failure = await ErrorBoundary.RunAsync(
            async () =>
            {
                using var transaction = OneTransaction.Begin();
                claimed = await table.ClaimAsync(definitions.Keys, cancellationToken);
                if (claimed is not null)
                {
                    await HandleAsync(claimed.Occurrence, cancellationToken);
                    await table.DoneAsync(claimed, cancellationToken);
                }

                transaction.Complete();
            },
            cancellationToken);
        if (failure is null)
        {
            return claimed is null ? null : false;
        }

        if (claimed is null)
        {
            throw new InvalidOperationException("What is due could not be read.", failure);
        }

        Failed(logger, failure, claimed.Occurrence.Kind, claimed.Id, claimed.Attempt);
        if (claimed.Attempt < MostAttempts)
        {
            await table.RetryAsync(claimed, ErrorText.Of(failure), clock.GetUtcNow() + Backoff.After(claimed.Attempt), cancellationToken);
            return false;
        }

        await table.FailAsync(claimed, ErrorText.Of(failure), cancellationToken);
        return true;
    }

    private async Task HandleAsync(Occurrence occurrence, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateFor(ActorKind.Job, occurrence.Kind);
        var handler = (IOccurrenceHandler)scope.ServiceProvider.GetRequiredService(definitions[occurrence.Kind].Handler);
        await handler.HandleAsync(occurrence, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Occurrence {Kind} {Id} failed in attempt {Attempt}")]
    private static partial void Failed(ILogger logger, Exception exception, string kind, Guid id, int attempt);
}

/// <summary>Some occurrences were tried too often.</summary>
internal sealed class OccurrencesFailedException(int count) : Exception($"{count} reminders were tried too often and given up. Look at the end of /staff/jobs.");
