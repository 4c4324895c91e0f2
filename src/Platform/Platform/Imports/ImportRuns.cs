using System.Security.Cryptography;
using System.Text.Json;
using System.Transactions;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Platform.Imports;

/// <summary>
/// Runs imports: all of a file or nothing of it, with a record of what happened. Needs the private login. Call it inside a command: the
/// import, its record and whatever else the command writes are then one transaction.
/// </summary>
public sealed class ImportRuns(IServiceScopeFactory scopes, Actor actor, CurrentLogin login, TimeProvider clock)
{
    /// <summary>Of a report's problems the record keeps the first so many; the report has them all.</summary>
    internal const int ProblemsKept = 500;

    /// <summary>
    /// Runs <paramref name="import"/>. A dry run leaves no trace. A file with problems is refused: the report lists them and nothing of it is
    /// applied. When the import throws, so does this, and the record says that it failed.
    /// </summary>
    public async Task<ImportReport> RunAsync(IImport import, ImportFile file, bool dryRun, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(import);
        ArgumentNullException.ThrowIfNull(file);
        if (dryRun)
        {
            // Never completed: whatever the import wrote by mistake is rolled back.
            using var trial = OneTransaction.Begin(TransactionScopeOption.RequiresNew);
            return await import.RunAsync(file, dryRun: true, cancellationToken);
        }

        var started = clock.GetUtcNow();
        ImportReport? report = null;
        var failure = await ErrorBoundary.RunAsync(async () => report = await ApplyAsync(import, file, started, cancellationToken), cancellationToken);
        if (failure is not null)
        {
            // The command's transaction goes down with the exception, so the record needs one of its own.
            using var apart = OneTransaction.Begin(TransactionScopeOption.RequiresNew);
            await RecordAsync(await DescribeAsync(import, file, started, ImportState.Failed, new ImportReport(0, 0, 0, 0, []), ErrorText.Of(failure), cancellationToken), cancellationToken);
            apart.Complete();
            failure.Rethrow();
        }

        return report!;
    }

    private async Task<ImportReport> ApplyAsync(IImport import, ImportFile file, DateTimeOffset started, CancellationToken cancellationToken)
    {
        using var transaction = OneTransaction.Begin();
        await ExecuteAsync("savepoint import_run", cancellationToken);
        var report = await import.RunAsync(file, dryRun: false, cancellationToken);
        var refused = report.Problems.Count > 0;

        // The import should have saved nothing then; this makes sure, and leaves the command's transaction whole.
        await ExecuteAsync(refused ? "rollback to savepoint import_run" : "release savepoint import_run", cancellationToken);
        await RecordAsync(await DescribeAsync(import, file, started, refused ? ImportState.Refused : ImportState.Applied, report, null, cancellationToken), cancellationToken);
        transaction.Complete();
        return refused ? report with { Added = 0, Changed = 0, Unchanged = 0 } : report;
    }

    private async Task<ImportRun> DescribeAsync(
        IImport import,
        ImportFile file,
        DateTimeOffset started,
        ImportState state,
        ImportReport report,
        string? error,
        CancellationToken cancellationToken)
    {
        await using var content = file.Open();
        return new ImportRun
        {
            Id = Guid.CreateVersion7(started),
            Name = import.Name,
            FileName = file.Name.Length <= 260 ? file.Name : file.Name[..260],
            Sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken)),
            ActorKind = actor.Kind,
            ActorId = actor.Id,
            StartedAt = started,
            FinishedAt = clock.GetUtcNow(),
            State = state,
            Rows = report.Rows,
            Added = state == ImportState.Applied ? report.Added : 0,
            Changed = state == ImportState.Applied ? report.Changed : 0,
            Unchanged = state == ImportState.Applied ? report.Unchanged : 0,
            Problems = JsonSerializer.Serialize((report.Problems.Count > 0 ? report.Problems : report.Notes).Take(ProblemsKept), JsonSerializerOptions.Web),
            Error = error,
        };
    }

    private Task RecordAsync(ImportRun run, CancellationToken cancellationToken) => WithContextAsync(
        context =>
        {
            context.Add(run);
            return context.SaveChangesAsync(cancellationToken);
        });

    private Task ExecuteAsync(string sql, CancellationToken cancellationToken) =>
        WithContextAsync(context => context.Database.ExecuteSqlRawAsync(sql, cancellationToken));

    /// <summary>A context of its own, so that nothing that the caller left unsaved in another is written along.</summary>
    private async Task WithContextAsync(Func<PlatformDbContext, Task> work)
    {
        await using var scope = scopes.CreateFor(actor.Kind, actor.Id ?? "", login.Value);
        await work(scope.ServiceProvider.GetRequiredService<PlatformDbContext>());
    }
}
