using System.Security.Cryptography;
using System.Text;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Sending;

internal enum ReceiptAnswer
{
    Moved,

    /// <summary>Written down, and too late or in the wrong order to change anything.</summary>
    Kept,

    /// <summary>The same one again.</summary>
    Known,

    /// <summary>About a message that we never sent.</summary>
    Stranger,
}

/// <summary>What providers say by themselves or when asked: late, twice, in the wrong order. A message only ever moves forward.</summary>
internal sealed class ReceiptBook(MessagingDbContext context, Consequences consequences, AuditTrail audit, TimeProvider clock)
{
    /// <param name="messageId">What we called it.</param>
    /// <param name="provider">Who says so.</param>
    /// <param name="providerId">What the provider calls it.</param>
    /// <param name="status">In the provider's words.</param>
    /// <param name="to">What that means.</param>
    public async Task<ReceiptAnswer> TakeAsync(
        Guid messageId, string provider, string? providerId, string status, MessageState to, CancellationToken cancellationToken)
    {
        using var transaction = OneTransaction.Begin();
        var now = clock.GetUtcNow();
        if (await context.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == messageId, cancellationToken) is not { } message)
        {
            return ReceiptAnswer.Stranger;
        }

        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{provider} {providerId} {messageId} {status}"));
        if (await context.Database.ExecuteSqlAsync(
            $"insert into messaging.receipts (digest, message_id, status, at) values ({digest}, {messageId}, {status}, {now}) on conflict do nothing",
            cancellationToken) == 0)
        {
            return ReceiptAnswer.Known;
        }

        // What waits for its next try may turn out to have arrived; it has not failed.
        // Only a letter comes back.
        var from = to == MessageState.Returned && message.Channel != MessageChannel.Letter
            ? []
            : MessageStates.Before(to).Where(state => state != MessageState.Held && (state != MessageState.Waiting || to != MessageState.Failed)).ToList();
        var reason = to == MessageState.Failed ? status.Replace('-', '_') : null;
        var settled = to.IsFinal() ? now : (DateTimeOffset?)null;
        var moved = await context.Messages.Where(m => m.Id == messageId && from.Contains(m.State))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(m => m.State, to)
                    .SetProperty(m => m.Reason, reason)
                    .SetProperty(m => m.Provider, provider)
                    .SetProperty(m => m.ProviderId, m => m.ProviderId ?? providerId)
                    .SetProperty(m => m.SentAt, m => m.SentAt ?? now)
                    .SetProperty(m => m.SettledAt, settled)
                    .SetProperty(m => m.Claim, (Guid?)null)
                    .SetProperty(m => m.LeaseUntil, (DateTimeOffset?)null),
                cancellationToken) == 1;
        if (moved)
        {
            var request = await context.Requests.AsNoTracking().SingleAsync(r => r.Id == message.RequestId, cancellationToken);
            var template = await context.Templates.AsNoTracking().SingleAsync(t => t.Name == message.Template, cancellationToken);
            if (to == MessageState.Returned)
            {
                audit.Record(context, MessagingAudit.LetterReturned, MessagingAudit.Message, messageId, personIds: message.PersonId is { } person ? [person] : []);
            }

            var goesOn = await consequences.OfAsync(context, message, request, template, to, reason, null, cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            if (!goesOn && Secrets.AreOver(to, request, template))
            {
                await Secrets.ForgetAsync(context, [request.Id], cancellationToken);
            }
        }

        transaction.Complete();
        return moved ? ReceiptAnswer.Moved : ReceiptAnswer.Kept;
    }
}
