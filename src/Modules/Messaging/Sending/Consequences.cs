using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Medway.LocalOffer.Messaging.Sending;

/// <summary>What follows when a message ends: the contact point is reported, the next channel is tried, other modules are told.</summary>
internal sealed class Consequences(IReach reach, Outbox outbox, IHostEnvironment environment, TimeProvider clock)
{
    /// <summary>What a provider says of an address that will not work the next time either.</summary>
    private static readonly string[] AddressAtFault = ["not_an_address", "permanent_failure", "smtp_550", "smtp_551", "smtp_553", "wrong_number"];

    /// <summary>In the caller's transaction; the caller saves.</summary>
    /// <param name="point">The contact point that was used.</param>
    /// <param name="isAlone">It is known that no other message stands in this one; nobody needs to look.</param>
    /// <returns>Whether another channel is tried now.</returns>
    public async Task<bool> OfAsync(
        MessagingDbContext context, Message message, Request request, Template template, MessageState to, string? reason, Guid? point, CancellationToken cancellationToken,
        bool isAlone = false)
    {
        if (!to.IsFinal())
        {
            return false;
        }

        var used = point ?? message.ContactPointId;
        if (used is { } contact && Failure(to, reason) is { } failure)
        {
            await reach.ReportAsync(contact, failure, cancellationToken);
        }

        MessageChannel? next = null;
        if (to is MessageState.Failed or MessageState.NotMade or MessageState.Returned)
        {
            next = await NextChannelAsync(context, message, request, template, cancellationToken);
            if (next is { } channel)
            {
                context.Add(Next(message, channel));
            }
        }

        if (message.Template == Planner.CallFirstTemplate)
        {
            // Whoever wanted to be called first has been, or could not be.
            await context.Messages.Where(m => m.WaitsForId == message.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.WaitsForId, (Guid?)null), cancellationToken);
        }

        if (template.Bundles && to != MessageState.Bundled && !isAlone)
        {
            await OfPartsAsync(context, message, to, reason, cancellationToken);
        }

        if (message.PersonId is { } person && Outcome(to) is { } outcome && message.Template != Planner.CallFirstTemplate)
        {
            outbox.Publish(context, new MessageSettled(message.Id, message.Template, message.OccurrenceKey, person, message.Channel, outcome, next, clock.GetUtcNow()));
        }

        return next is not null;
    }

    /// <summary>What stood in the same message shares its fate.</summary>
    private async Task OfPartsAsync(MessagingDbContext context, Message carrier, MessageState to, string? reason, CancellationToken cancellationToken)
    {
        foreach (var part in await context.Messages.AsNoTracking().Where(m => m.BundledIntoId == carrier.Id).ToListAsync(cancellationToken))
        {
            var request = await context.Requests.AsNoTracking().SingleAsync(r => r.Id == part.RequestId, cancellationToken);
            var template = await context.Templates.AsNoTracking().SingleAsync(t => t.Name == part.Template, cancellationToken);
            await OfAsync(context, part, request, template, to, reason == "wrong_number" ? null : reason, null, cancellationToken);
        }
    }

    /// <summary>The next channel with approved words that has not been tried for this occurrence; null when the caller fixed where it goes, or none is left.</summary>
    public static async Task<MessageChannel?> NextChannelAsync(
        MessagingDbContext context, Message message, Request request, Template template, CancellationToken cancellationToken)
    {
        if (request is { Channel: not null } or { ContactPointId: not null } or { Mailbox: not null } || message.PersonId is null || message.Template == Planner.CallFirstTemplate)
        {
            return null;
        }

        var tried = await context.Messages
            .Where(m => m.OccurrenceKey == message.OccurrenceKey && m.RecipientKey == message.RecipientKey && m.Template == message.Template)
            .Select(m => m.Channel).ToListAsync(cancellationToken);
        var channels = (await TemplateChannels.OfAsync(context, [template.Id], cancellationToken))[template.Id];
        return TemplateChannels.InOrder(channels.Except(tried), null).Select(channel => (MessageChannel?)channel).FirstOrDefault();
    }

    private Message Next(Message message, MessageChannel channel)
    {
        var now = clock.GetUtcNow();
        return new Message
        {
            Id = Guid.CreateVersion7(now),
            RequestId = message.RequestId,
            Template = message.Template,
            MessageClass = message.MessageClass,
            OccurrenceKey = message.OccurrenceKey,
            RecipientKey = message.RecipientKey,
            PersonId = message.PersonId,
            AboutPersonId = message.AboutPersonId,
            Channel = channel,
            Hop = message.Hop + 1,
            Priority = message.Priority,
            State = MessageState.Waiting,
            DueAt = now,

            // The same news by another way takes no second place in the week.
            SlotAt = message.SlotAt,
            CreatedAt = now,
        };
    }

    private static ContactFailure? Failure(MessageState to, string? reason) => to switch
    {
        MessageState.Returned => ContactFailure.Returned,
        MessageState.NotMade when reason == "wrong_number" => ContactFailure.WrongPerson,
        MessageState.Failed when AddressAtFault.Contains(reason) => ContactFailure.Bounced,
        _ => null,
    };

    /// <summary>In the sink nothing is told; outside Production it counts, so that made-up families have a timeline.</summary>
    private MessageOutcome? Outcome(MessageState to) => to switch
    {
        MessageState.Delivered or MessageState.Made or MessageState.Posted => MessageOutcome.Made,
        MessageState.Sunk => environment.IsProduction() ? MessageOutcome.NotMade : MessageOutcome.Made,
        MessageState.Returned => MessageOutcome.Returned,
        MessageState.Bundled => null,
        _ => MessageOutcome.NotMade,
    };
}
