using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Content.Links;

/// <summary>Wakes every hour and works at night, when it disturbs nobody. What one night cannot finish, the next hour goes on with.</summary>
internal sealed class CheckLinksJob(LinkChecking checking, TimeProvider clock) : IJob
{
    private static readonly TimeOnly From = new(1, 0);
    private static readonly TimeOnly Until = new(5, 0);

    public static string Kind => "content.links-check";

    public async Task RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        if (UkTime.TimeIn(clock.GetUtcNow()).IsBetween(From, Until))
        {
            await checking.RunAsync(cancellationToken);
        }
        else
        {
            // By day it only learns what there is, so that staff see new addresses in the list.
            await checking.LearnAsync(cancellationToken);
        }
    }
}
