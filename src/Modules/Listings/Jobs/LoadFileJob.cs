using System.Text.Json;
using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Listings.Records;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Listings.Jobs;

/// <summary>Loads a long file that an officer handed in, with the import and the record of a run that a short one has.</summary>
internal sealed class LoadFileJob(ListingsDbContext context, IEnumerable<IImport> imports, ImportRuns runs, IServiceScopeFactory scopes, TimeProvider clock) : IJob
{
    public static string Kind => "listings.file-load";

    /// <summary>One that broke off has loaded nothing: the officer sees it, and hands the file in again.</summary>
    public static int MaxAttempts => 1;

    public async Task RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        var id = job.Read<Payload>()?.LoadId ?? throw new InvalidOperationException("The job does not say which file it is.");
        if (await context.FileLoads.AsNoTracking().SingleOrDefaultAsync(load => load.Id == id && load.State != LoadState.Done, cancellationToken) is not { } load)
        {
            return;
        }

        var report = FileLoad.Write(await LoadAsync(load, cancellationToken));
        var now = clock.GetUtcNow();
        await context.FileLoads.Where(row => row.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, LoadState.Done).SetProperty(row => row.Report, report).SetProperty(row => row.TouchedAt, now), cancellationToken);
        await context.FileLoadParts.Where(part => part.LoadId == id).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<ImportReport> LoadAsync(FileLoad load, CancellationToken cancellationToken)
    {
        using var kept = await KeptFile.OfAsync(context, load.Id, cancellationToken);
        await using var progress = new LoadProgress(scopes, clock, load.Id);
        var file = new ImportFile(load.FileName, load.Length, kept.Open)
        {
            Choices = JsonSerializer.Deserialize<Dictionary<string, string>>(load.Choices, JsonSerializerOptions.Web) ?? [],
            Progress = progress,
        };
        return await runs.RunAsync(imports.Single(import => import.Name == load.Import), file, load.IsTrial, cancellationToken);
    }

    internal sealed record Payload(Guid LoadId);
}
