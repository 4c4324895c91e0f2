using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Messaging.Sending;
using Medway.LocalOffer.Platform.Jobs;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medway.LocalOffer.Messaging.Jobs;

/// <summary>Receipts get lost: asks providers hourly about what they have had for an hour and not settled.</summary>
internal sealed class ReconcileJob(MessagingDbContext context, WaysOut ways, IServiceScopeFactory scopes, TimeProvider clock) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Notify itself gives up after three days.</summary>
    private static readonly TimeSpan NoReceiptAfter = TimeSpan.FromDays(4);

    /// <summary>
    /// A printer is closed for as long as Christmas lasts, and a letter that it has is not lost: taken for failed, the family would be told by another way
    /// too.
    /// </summary>
    private static readonly TimeSpan NotPostedAfter = TimeSpan.FromDays(14);

    private const int Most = 2_000;

    public static string Kind => "messaging.receipts-reconcile";

    public async Task RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var before = now - TimeSpan.FromHours(1);
        var open = await context.Messages.AsNoTracking().Where(m => m.State == MessageState.Sent && m.SentAt < before && m.Provider != null)
            .OrderBy(m => m.SentAt).Take(Most).Select(m => new { m.Id, m.Channel, m.Provider, m.ProviderId, m.SentAt }).ToListAsync(cancellationToken);
        foreach (var message in open)
        {
            var known = await ways.Provider(message.Provider!).FindAsync(message.Id, message.Channel, message.ProviderId, cancellationToken);
            await using var scope = scopes.CreateFor(ActorKind.Job, Kind);
            var receipts = scope.ServiceProvider.GetRequiredService<ReceiptBook>();
            if (known is { Kind: LookupKind.Found, State: not MessageState.Sent })
            {
                await receipts.TakeAsync(message.Id, message.Provider!, known.ProviderId, known.Status!, known.State, cancellationToken);
            }
            else if (now - message.SentAt > (message.Channel == MessageChannel.Letter ? NotPostedAfter : NoReceiptAfter) && known.Kind is LookupKind.Found or LookupKind.NotThere)
            {
                await receipts.TakeAsync(message.Id, message.Provider!, message.ProviderId, "no_receipt", MessageState.Failed, cancellationToken);
            }
            else if (known.Kind == LookupKind.CannotBeAsked)
            {
                // A mail server took it and sends no receipt: an e-mail that does not come back in four days has arrived as far as anybody can tell.
                await SettleUnaskableAsync(receipts, message.Id, message.Provider!, message.ProviderId, message.SentAt!.Value, now, cancellationToken);
            }
        }
    }

    private static async Task SettleUnaskableAsync(
        ReceiptBook receipts, Guid id, string provider, string? providerId, DateTimeOffset sentAt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (now - sentAt > NoReceiptAfter)
        {
            await receipts.TakeAsync(id, provider, providerId, "not_returned", MessageState.Delivered, cancellationToken);
        }
    }
}
