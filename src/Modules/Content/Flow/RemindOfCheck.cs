using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Content.Flow;

/// <summary>
/// Reminds the owner of a page: a colleague by e-mail, and in My work; somebody without an account by a link with two buttons. An owner who is
/// neither is asked by hand, from the list of overdue checks.
/// </summary>
internal sealed class RemindOfCheck(
    ContentDbContext context, Opening opening, CheckReminders reminders, AskedChecks checks, IStaffNames names, IMessages messages, TimeProvider clock) : IOccurrenceHandler
{
    /// <summary>As rows keep who asked.</summary>
    public const string Name = "content.check-remind";

    private const int DaysToAnswer = 14;

    public static string Kind => Name;

    public async Task HandleAsync(Occurrence occurrence, CancellationToken cancellationToken)
    {
        var document = await opening.DocumentAsync(occurrence.Subject, cancellationToken);
        if (document is null || !CheckReminders.Has(document) || !reminders.IsForToday(document, occurrence.Key))
        {
            return;
        }

        var key = $"{Name} {document.Id:n} {occurrence.Key}";
        if (document.OwnerAccountId is { } account)
        {
            if (await names.MailboxAsync(account, cancellationToken) is { } mailbox)
            {
                await SendAsync("content.check-due", key, mailbox, document, $"/staff/content/pages/{document.Id}/arrange", cancellationToken);
            }
        }
        else if (document.OwnerMailbox is { } mailbox && !await IsToBeChangedAsync(document, cancellationToken))
        {
            var soon = clock.Today().AddDays(DaysToAnswer);
            var due = document.NextCheckOn > soon ? document.NextCheckOn : soon;
            var path = await checks.AskAsync(document, document.Full, AskedKind.StillRight, document.Full.LiveRevisionId!.Value, due, cancellationToken);
            await SendAsync("content.still-right", key, mailbox, document, path, cancellationToken);
        }
    }

    private async Task SendAsync(string template, string key, string mailbox, Document document, string path, CancellationToken cancellationToken)
    {
        var title = await context.Published.Where(page => page.DocumentId == document.Id && page.Variant == VariantKey.Full)
            .Select(page => page.Title).SingleAsync(cancellationToken);
        await messages.RequestAsync(
            new MessageRequest(template, key, null, mailbox, new Dictionary<string, string> { ["page"] = title, ["due"] = document.NextCheckOn.Long(), ["path"] = path }),
            cancellationToken);
    }

    /// <summary>They have said that this text needs a change: it is for us to act, not for them to be asked again.</summary>
    private Task<bool> IsToBeChangedAsync(Document document, CancellationToken cancellationToken) => context.AskedChecks.AnyAsync(
        asked => asked.DocumentId == document.Id && asked.Kind == AskedKind.StillRight && asked.Answer == AskedAnswer.NeedsChange && asked.RevisionId == document.Full.LiveRevisionId,
        cancellationToken);
}
