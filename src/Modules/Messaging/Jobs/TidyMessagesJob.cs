using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Jobs;

/// <summary>Forgets what is of no more use: what filled messages that ended a month ago, the sink of a month ago, and sign-ups that nobody confirmed.</summary>
internal sealed class TidyMessagesJob(MessagingDbContext context, TimeProvider clock) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromHours(6);

    public static readonly TimeSpan ConfirmWithin = TimeSpan.FromDays(2);

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public static string Kind => "messaging.done-tidy";

    public async Task RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var before = now - Kept;
        var final = MessageStates.Final;
        await context.Requests
            .Where(r => r.Values != null && r.CreatedAt < before && !context.Messages.Any(m => m.RequestId == r.Id && (!final.Contains(m.State) || m.SettledAt > before)))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Values, (string?)null).SetProperty(r => r.Mailbox, (string?)null), cancellationToken);
        await context.Sink.Where(s => s.At < before).ExecuteDeleteAsync(cancellationToken);
        var unconfirmed = now - ConfirmWithin;
        await context.Subscriptions.Where(s => s.ConfirmedAt == null && s.AskedAt < unconfirmed).ExecuteDeleteAsync(cancellationToken);
    }
}
