using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Events;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Register.Data;
using Medway.LocalOffer.Register.Domain;
using Medway.LocalOffer.Register.Joining;
using Medway.LocalOffer.Register.Reading;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Register.LifeCycle;

/// <summary>
/// Two records of a child turned out to be one. Of two entries that were live the newer waits again, so that one stands; an officer finds it in My work
/// and puts the two forms together, because nothing may be overwritten that nobody has seen.
/// </summary>
internal sealed class OneEntryAfterMerge(
    RegisterDbContext context, RegisterReader reader, Occurrences occurrences, IPeople people, WorkingDays workingDays, AuditTrail audit, TimeProvider clock) : IHandleEvent<PersonsMerged>
{
    public async Task HandleAsync(PersonsMerged @event, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(@event);
        await context.LockChildAsync(await people.KeptAsync(@event.IntoId, cancellationToken), cancellationToken);
        var records = await people.RecordsOfAsync(@event.IntoId, cancellationToken);
        var standing = await reader.For(PublicTask.LifeCycle).Where(entry => records.Contains(entry.ChildId) && (entry.State == EntryState.Live || entry.State == EntryState.Lapsed))
            .OrderBy(entry => entry.State == EntryState.Lapsed).ThenBy(entry => entry.LiveOn).ThenBy(entry => entry.Id).ToListAsync(cancellationToken);
        foreach (var second in standing.Skip(1))
        {
            await context.LockEntryAsync(second.Id, cancellationToken);
            (second.State, second.LiveBy) = (EntryState.Received, workingDays.Add(clock.Today(), Applications.DaysToLive));
            audit.Record(context, RegisterAudit.TwoStood, RegisterEntry.Subject, second.Id, personIds: [.. new[] { second.ChildId, second.ApplicantId }.Distinct()]);
            await context.SaveChangesAsync(cancellationToken);
            await occurrences.CancelAsync(context, second.Id, cancellationToken: cancellationToken);
        }
    }
}
