using System.Globalization;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Flow;
using Medway.LocalOffer.Content.Markdown;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Notices;

namespace Medway.LocalOffer.Content.Jobs;

/// <summary>A banner begins or ends: every cached page shows it, or must not any more.</summary>
internal sealed class AlertTurnJob(ContentDbContext context) : IJob
{
    public static string Kind => "content.alert-turn";

    public Task RunAsync(JobContext job, CancellationToken cancellationToken) => Notices.NotifyAsync(context, Notices.Everything, cancellationToken);
}

/// <summary>Asks for those turns when a banner is published.</summary>
internal sealed class AlertTurns(JobQueue jobs) : IPublished
{
    public async Task OnPublishedAsync(
        ContentDbContext context, Document document, Variant variant, Revision revision, PageText text, CancellationToken cancellationToken)
    {
        if (document.Kind != DocumentKind.Alert)
        {
            return;
        }

        foreach (var turn in new[] { revision.StartsAt, revision.EndsAt }.OfType<DateTimeOffset>())
        {
            await jobs.EnqueueAsync(
                context, AlertTurnJob.Kind, turn.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), due: turn, cancellationToken: cancellationToken);
        }
    }

    public Task OnTakenDownAsync(ContentDbContext context, Document document, CancellationToken cancellationToken) => Task.CompletedTask;
}
