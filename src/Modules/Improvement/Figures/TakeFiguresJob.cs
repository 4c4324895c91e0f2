using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Jobs;

namespace Medway.LocalOffer.Improvement.Figures;

/// <summary>Every day, so that a figure is there the day after its month.</summary>
internal sealed class TakeFiguresJob(LiveFigures figures) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromDays(1);

    public static string Kind => "improvement.figures-take";

    public async Task RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        using var transaction = OneTransaction.Begin();
        await figures.TakeAsync(cancellationToken);
        transaction.Complete();
    }
}
