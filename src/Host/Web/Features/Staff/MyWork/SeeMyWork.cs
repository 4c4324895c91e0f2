using MediatR;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;

namespace Medway.LocalOffer.Web.Features.Staff.MyWork;

/// <summary>What waits for whoever asks, from every module.</summary>
internal sealed record SeeMyWork : IQuery<WorkToDo>
{
    public Permission Permission => SitePermissions.SeeWork;
}

/// <param name="Today">The date in London.</param>
/// <param name="Friday">The next one after today.</param>
/// <param name="Now">Due today or before.</param>
/// <param name="Soon">Due by that Friday.</param>
/// <param name="Later">Due after it, or without a date.</param>
/// <param name="IsWhole">False when a module could not be asked: there may be more.</param>
internal sealed record WorkToDo(
    DateOnly Today, DateOnly Friday, IReadOnlyList<WorkItem> Now, IReadOnlyList<WorkItem> Soon, IReadOnlyList<WorkItem> Later, bool IsWhole)
{
    public bool IsEmpty => Now.Count + Soon.Count + Later.Count == 0;
}

internal sealed partial class SeeMyWorkHandler(IEnumerable<IWorkItems> modules, Actor actor, TimeProvider clock, ILogger<SeeMyWorkHandler> logger)
    : IRequestHandler<SeeMyWork, Outcome<WorkToDo>>
{
    private const int MostOfOneModule = 50;

    public async Task<Outcome<WorkToDo>> Handle(SeeMyWork request, CancellationToken cancellationToken)
    {
        List<WorkItem> items = [];
        var isWhole = true;

        // One after another: they share the request's connection. One that breaks must not close everybody's first page.
        foreach (var module in modules)
        {
            var failure = await ErrorBoundary.RunAsync(
                async () => items.AddRange((await module.ForAsync(actor, cancellationToken)).Take(MostOfOneModule)), cancellationToken);
            if (failure is not null)
            {
                Failed(logger, failure, module.GetType().Name);
                isWhole = false;
            }
        }

        var today = clock.Today();
        var friday = today.AddDays(1);
        while (friday.DayOfWeek != DayOfWeek.Friday)
        {
            friday = friday.AddDays(1);
        }

        List<WorkItem> inOrder = [.. items.OrderBy(item => item.Due ?? DateOnly.MaxValue)];
        return new WorkToDo(
            today,
            friday,
            [.. inOrder.Where(item => item.Due <= today)],
            [.. inOrder.Where(item => item.Due > today && item.Due <= friday)],
            [.. inOrder.Where(item => item.Due is null || item.Due > friday)],
            isWhole);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Module} could not say what work waits")]
    private static partial void Failed(ILogger logger, Exception exception, string module);
}
