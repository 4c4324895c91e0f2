using System.Globalization;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.LifeCycle;

/// <summary>
/// Each year we ask all who speak for an entry whether it is still right, and twice more after 14 and 28 days. Three months after the first asking an entry that nobody
/// confirmed lapses: no mailings, not live, not deleted (send-law §4.3).
/// </summary>
internal sealed class YearlyCheck(RegisterDbContext context, RegisterReader reader, RegisterViewers viewers, Occurrences occurrences, IMessages messages, AuditTrail audit) : IOccurrenceHandler
{
    public const int Months = 12;
    public const int MonthsToLapse = 3;

    private const string Lapse = "lapse";

    public static readonly IReadOnlyList<int> AskedAfterDays = [0, 14, 28];

    public static string Kind => "register.entry-check";

    public static DateOnly FirstAsking(RegisterEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return (entry.ConfirmedOn ?? entry.LiveOn)?.AddMonths(Months) ?? DateOnly.MaxValue;
    }

    public static bool IsDue(RegisterEntry entry, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.State == EntryState.Lapsed || (entry.State == EntryState.Live && today >= FirstAsking(entry));
    }

    /// <summary>After an entry went live, or a family said that it is right: what waited for the year before is called off.</summary>
    public async Task PlanAsync(RegisterEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var first = FirstAsking(entry);
        await occurrences.CancelAsync(context, entry.Id, Kind, cancellationToken: cancellationToken);
        foreach (var days in AskedAfterDays)
        {
            await occurrences.PlanAsync(context, Kind, entry.Id, Key(first, days.ToString(CultureInfo.InvariantCulture)), UkTime.StartOf(first.AddDays(days)), cancellationToken);
        }

        await occurrences.PlanAsync(context, Kind, entry.Id, Key(first, Lapse), UkTime.StartOf(first.AddMonths(MonthsToLapse)), cancellationToken);
    }

    public async Task HandleAsync(Occurrence occurrence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        await context.LockEntryAsync(occurrence.Subject, cancellationToken);
        var entry = await reader.For(PublicTask.LifeCycle).SingleOrDefaultAsync(one => one.Id == occurrence.Subject && one.State == EntryState.Live, cancellationToken);
        if (entry is null || !occurrence.Key.StartsWith(Key(FirstAsking(entry), ""), StringComparison.Ordinal))
        {
            // It ended, or was confirmed since.
            return;
        }

        if (occurrence.Key.EndsWith(Lapse, StringComparison.Ordinal))
        {
            entry.State = EntryState.Lapsed;
            audit.Record(context, RegisterAudit.Lapsed, RegisterEntry.Subject, entry.Id, personIds: Persons(entry));
        }
        else
        {
            // Whoever asked to join years ago may not decide any more, and one answer is enough.
            var asked = await viewers.AskedAsync(entry.ChildId, cancellationToken);
            foreach (var to in asked)
            {
                await messages.RequestAsync(
                    entry.Update($"check {occurrence.Key} {to}", "Once a year we ask: is your entry on the list still right? One press on your page says yes. One answer is enough.", to), cancellationToken);
            }

            audit.Record(context, RegisterAudit.Asked, RegisterEntry.Subject, entry.Id, personIds: [.. asked.Append(entry.ChildId).Distinct()]);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private static Guid[] Persons(RegisterEntry entry) => [.. new[] { entry.ChildId, entry.ApplicantId }.Distinct()];

    private static string Key(DateOnly first, string what) => string.Create(CultureInfo.InvariantCulture, $"{first:yyyy-MM-dd} {what}");
}
