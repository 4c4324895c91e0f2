using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Messaging.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.Staff;

/// <summary>What messages ask of people: calls, letters, words to approve, and messages that cannot leave.</summary>
internal sealed class MessagingWork(MessagingDbContext context, TimeProvider clock) : IWorkItems
{
    private const int Most = 20;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        List<WorkItem> items = [];
        var today = clock.Today();
        if (actor.May(MessagingPermissions.Decide))
        {
            await AddStuckAsync(items, today, cancellationToken);
        }

        if (actor.May(MessagingPermissions.Call))
        {
            var calls = await context.Messages.Where(m => m.State == MessageState.ToDo).OrderBy(m => m.CreatedAt).Take(Most)
                .Select(m => new { m.Id, m.CreatedAt }).ToListAsync(cancellationToken);
            items.AddRange(calls.Select(call => new WorkItem(
                "To call or meet", "Message " + LedgerWords.Reference(call.Id), "Somebody of a family is to be spoken to.", UkTime.DateIn(call.CreatedAt).AddDays(1),
                $"/staff/messaging/calls/{call.Id}", "Open it", "i-phone")));
        }

        if (actor.May(MessagingPermissions.MakeFormats))
        {
            var toMake = await context.Messages.Where(m => m.State == MessageState.ToMake).OrderBy(m => m.CreatedAt).Take(Most)
                .Select(m => new { m.Id, m.CreatedAt, m.Reason }).ToListAsync(cancellationToken);
            items.AddRange(toMake.Select(message => new WorkItem(
                "To make in another format", "Message " + LedgerWords.Reference(message.Id), LedgerWords.Why(message.Reason) + ".", UkTime.DateIn(message.CreatedAt).AddDays(3),
                $"/staff/messaging/formats/{message.Id}", "Make it")));
        }

        if (actor.May(MessagingPermissions.Print) && await context.Messages.CountAsync(m => m.State == MessageState.ToPrint, cancellationToken) is > 0 and var letters)
        {
            items.Add(new WorkItem("To print", letters == 1 ? "1 letter" : $"{letters} letters", "They leave with today’s batch.", today, "/staff/messaging/print", "Print them"));
        }

        if (actor.May(MessagingPermissions.ApproveTemplates))
        {
            var drafts = await context.Versions.Where(v => v.State == VersionState.Draft && v.WrittenBy != actor.AccountId).OrderBy(v => v.WrittenAt).Take(Most)
                .Join(context.Templates, v => v.TemplateId, t => t.Id, (v, t) => new { t.Id, t.Title }).Distinct().ToListAsync(cancellationToken);
            items.AddRange(drafts.Select(draft => new WorkItem(
                "Waiting for your check", draft.Title, "Somebody wrote new words for this message, and a second person has to approve them.", null,
                $"/staff/messaging/templates/{draft.Id}", "Check it")));
        }

        return items;
    }

    private async Task AddStuckAsync(List<WorkItem> items, DateOnly today, CancellationToken cancellationToken)
    {
        var stuck = await context.Messages.Where(m => m.State == MessageState.Stuck || m.State == MessageState.Held).OrderBy(m => m.CreatedAt).Take(Most)
            .Select(m => new { m.Id, m.State, m.Reason }).ToListAsync(cancellationToken);
        items.AddRange(stuck.Select(message => new WorkItem(
            message.State == MessageState.Stuck ? "Stuck message" : "Cannot reach", "Message " + LedgerWords.Reference(message.Id), LedgerWords.Why(message.Reason) + ".", today,
            $"/staff/messaging/messages/{message.Id}", "Look at it", "i-warn")));
        if (stuck.Count == 0 && await context.Messages.Where(m => m.State == MessageState.Failed && m.SettledAt > clock.GetUtcNow().AddDays(-7) && m.PersonId != null
            && !context.Messages.Any(o => o.RequestId == m.RequestId && o.Hop > m.Hop)).OrderByDescending(m => m.SettledAt).Select(m => (Guid?)m.Id).FirstOrDefaultAsync(cancellationToken) is { } failed)
        {
            items.Add(new WorkItem("Nobody was reached", "Message " + LedgerWords.Reference(failed), "Every way to this person has failed.", today, $"/staff/messaging/messages/{failed}", "Look at it", "i-warn"));
        }
    }
}
