using Medway.LocalOffer.Listings.Data;
using Medway.LocalOffer.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Listings.Jobs;

/// <summary>Takes away files whose load broke off, and what came of loads that nobody looks at any more. The record of each run stays.</summary>
internal sealed class TidyLoadsJob(ListingsDbContext context, TimeProvider clock) : IJob
{
    private const int DaysOfContent = 1;
    private const int DaysOfReport = 30;

    public static string Kind => "listings.loads-tidy";

    public async Task RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (contentBefore, reportBefore) = (now.AddDays(-DaysOfContent), now.AddDays(-DaysOfReport));
        await context.FileLoadParts.Where(part => context.FileLoads.Any(load => load.Id == part.LoadId && load.AskedAt < contentBefore)).ExecuteDeleteAsync(cancellationToken);
        await context.FileLoads.Where(load => load.AskedAt < reportBefore).ExecuteDeleteAsync(cancellationToken);
    }
}
