using System.Transactions;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Data;

namespace Medway.LocalOffer.Platform.Calendars;

/// <summary>Ends a change of a calendar: audit entry, save, notice to every host. Needs the private login and a transaction.</summary>
internal sealed class CalendarWriter(PlatformDbContext context, LoadedCalendars calendars, AuditTrail audit)
{
    public static readonly AuditEvent Changed = new(
        "platform.calendar-changed", "A bank holiday or a school term was added, changed or taken out; the entry holds the old and the new days.");

    /// <summary>One change of the calendars at a time, so that two cannot each be right and together wrong.</summary>
    public Task LockAsync(CancellationToken cancellationToken) => context.Database.LockAsync("platform.calendars", cancellationToken);

    /// <param name="field">What changed, for example <c>2026-05-04</c> or <c>2026-27 term 1</c>.</param>
    /// <param name="before">In words; null when it is new.</param>
    /// <param name="after">In words; null when it is gone.</param>
    /// <param name="reason">Why, as staff gave it.</param>
    public async Task SaveAsync(string field, string? before, string? after, string reason, CancellationToken cancellationToken)
    {
        audit.Record(context, Changed, "calendar", null, reason, [new AuditChange(field, before, after)]);
        await context.SaveChangesAsync(cancellationToken);
        await Notices.Notices.NotifyAsync(context, LoadedCalendars.NoticeTag, cancellationToken);
        Transaction.Current!.TransactionCompleted += (_, _) => calendars.Forget();
    }
}
