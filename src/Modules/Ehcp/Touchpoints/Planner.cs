using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.Messaging.Contracts;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>Starts, in the transaction of the event, everything that the catalogue wants for it: one line for each person whom it concerns.</summary>
internal sealed class Planner(EhcpDbContext context, Parties parties, Viewers viewers, IMessages messages, Occurrences occurrences, WorkingDays workingDays, TimeProvider clock)
{
    public const string Received = "ehcp.request-received";
    public const string Update = "ehcp.update";

    /// <summary>Call after the event is saved, in its transaction.</summary>
    public async Task StartAsync(EhcRecord record, EhcEvent cause, Person? child, CancellationToken cancellationToken)
    {
        if (child is null)
        {
            return;
        }

        var kinds = (await context.TouchpointKinds.AsNoTracking().ToListAsync(cancellationToken)).Where(kind => Starts.Of(kind).Contains(cause.Kind)).ToList();
        if (kinds.Count == 0)
        {
            return;
        }

        foreach (var party in await parties.OfAsync(child, clock.Today(), cancellationToken))
        {
            if (await viewers.MaySeeAsync(party.PersonId, child.Id, cancellationToken))
            {
                foreach (var kind in kinds)
                {
                    await AddAsync(record, cause, kind, party.PersonId, cancellationToken);
                }
            }
        }
    }

    /// <summary>Asks Messaging for it, in the transaction that is open.</summary>
    public async Task AskAsync(Touchpoint touchpoint, EhcRecord record, CancellationToken cancellationToken)
    {
        var isReceipt = touchpoint.Code == "NA-01";
        touchpoint.State = TouchpointState.Asked;
        Dictionary<string, string> values = new() { ["reference"] = record.Reference };
        if (isReceipt)
        {
            values["received"] = record.ReceivedOn.Long();
            values["decide_by"] = record.ReceivedOn.AddDays(6 * 7).Long();
            values["final_by"] = record.ReceivedOn.AddDays(20 * 7).Long();
        }

        await messages.RequestAsync(
            new MessageRequest(isReceipt ? Received : Update, touchpoint.OccurrenceKey, null, null, values) { PersonId = touchpoint.PersonId, AboutPersonId = record.ChildId },
            cancellationToken);
    }

    private async Task AddAsync(EhcRecord record, EhcEvent cause, TouchpointKind kind, Guid personId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var from = cause.HappenedOn > clock.Today() ? clock.Today() : cause.HappenedOn;
        var due = Counting.Count(from, [new Step(kind.Unit == LimitUnit.WorkingDays ? Unit.WorkingDaysOf : Unit.DaysOf, kind.Count)], workingDays).Day ?? from;
        var touchpoint = new Touchpoint
        {
            Id = Guid.CreateVersion7(now),
            RecordId = record.Id,
            Code = kind.Code,
            EventId = cause.Id,
            PersonId = personId,
            DueOn = due,
            State = kind.Mode == TouchpointMode.Automatic ? TouchpointState.Planned : TouchpointState.Waiting,
        };
        context.Touchpoints.Add(touchpoint);
        if (kind.Mode == TouchpointMode.Automatic)
        {
            var day = cause.HappenedOn.AddDays(kind.After);
            if (kind.After == 0 || day <= clock.Today())
            {
                await AskAsync(touchpoint, record, cancellationToken);
            }
            else
            {
                await occurrences.PlanAsync(context, DueTouchpoints.Kind, touchpoint.Id, "send", UkTime.StartOf(day), cancellationToken);
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
