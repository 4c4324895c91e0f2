using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <param name="Key">Each touchpoint happens once for each of these.</param>
/// <param name="On">The day from which limits count.</param>
/// <param name="EventId">What happened on the record; null when a day came or somebody asked.</param>
/// <param name="PersonId">Only for this person; null for whom the catalogue names.</param>
/// <param name="DueOn">The limit, where it does not count from <paramref name="On"/>.</param>
/// <param name="AsTask">An officer does it, whatever the catalogue says.</param>
internal sealed record Cause(string Key, DateOnly On, Guid? EventId = null, Guid? PersonId = null, DateOnly? DueOn = null, bool AsTask = false)
{
    /// <summary>What the catalogue cannot know, as the day of a panel. It stands in text messages: never a place, a name or a need.</summary>
    public string Own { get; init; } = "";
}

/// <summary>Starts, in the transaction of what happened, everything that the catalogue wants for it: one line for each person whom it concerns.</summary>
internal sealed class Planner(
    EhcpDbContext context, RecordReader reader, Recipients recipients, IPeople people, Teller teller, RecordMoments moments, Occurrences occurrences, WorkingDays workingDays, TimeProvider clock)
{
    /// <summary>What is written down later than this does not leave by itself: an officer looks first whether it is still of use.</summary>
    private const int FreshDays = 14;

    /// <summary>An event has been saved. Call it in the event's transaction, with the record locked.</summary>
    public async Task StartAsync(EhcEvent cause, CancellationToken cancellationToken)
    {
        if (await reader.ReadAsync(cause.RecordId, null, cancellationToken) is not { Child: { } child } read)
        {
            return;
        }

        var kinds = await KindsAsync(cancellationToken);
        await FallAwayAsync(read, kinds.Where(kind => Stages.Leaves(cause.Kind) || kind.Ends.Contains(cause.Kind)).Select(kind => kind.Code).ToHashSet(), cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        foreach (var kind in kinds.Where(kind => kind.Events.Contains(cause.Kind) && Applies(kind.Code, read, child)))
        {
            await AddAsync(read, child, kind, new Cause($"{cause.Id}", kind.CountsFrom(cause.HappenedOn, clock.Today()), cause.Id), cancellationToken);
        }

        await moments.PlanAsync(read, cancellationToken);
    }

    /// <summary>Whoever came to be concerned after this happened has their notices of it too. With the record locked; the limits count from today.</summary>
    public async Task StartMissingAsync(ReadRecord read, Person child, Happening happened, CancellationToken cancellationToken)
    {
        foreach (var kind in (await KindsAsync(cancellationToken)).Where(kind => kind.IsNotice && kind.Events.Contains(happened.Kind)))
        {
            await AddAsync(read, child, kind, new Cause($"{happened.Id}", clock.Today(), happened.Id), cancellationToken);
        }
    }

    /// <summary>Something else that the catalogue knows has come about.</summary>
    /// <returns>What was started now; nothing of what was started before.</returns>
    public async Task<IReadOnlyList<Touchpoint>> StartAsync(ReadRecord read, OtherStart start, Cause cause, CancellationToken cancellationToken)
    {
        if (read.Child is not { } child)
        {
            return [];
        }

        List<Touchpoint> started = [];
        foreach (var kind in (await KindsAsync(cancellationToken)).Where(kind => kind.Others.Contains(start)))
        {
            started.AddRange(await AddAsync(read, child, kind, cause, cancellationToken));
        }

        return started;
    }

    /// <summary>The days to come follow from other events than before.</summary>
    public Task PlanMomentsAsync(ReadRecord read, CancellationToken cancellationToken) => moments.PlanAsync(read, cancellationToken);

    /// <summary>The event was not so after all: what it started and has not left, or came back, does not leave.</summary>
    public async Task TakeBackAsync(Guid eventId, CancellationToken cancellationToken)
    {
        foreach (var touchpoint in await context.Touchpoints.Where(one => one.EventId == eventId).Where(Touchpoint.HasNotArrived).ToListAsync(cancellationToken))
        {
            touchpoint.State = TouchpointState.Cancelled;
        }
    }

    private Task<List<TouchpointKind>> KindsAsync(CancellationToken cancellationToken) =>
        context.TouchpointKinds.AsNoTracking().OrderBy(kind => kind.Code).ToListAsync(cancellationToken);

    /// <summary>Conditions that an event alone does not say.</summary>
    private bool Applies(string code, ReadRecord read, Person child) => code switch
    {
        "NA-11" => Sequence.WaitingFor(read.Happened).Count > 0,
        "NA-12" => Sequence.WaitingFor(read.Happened).Count == 0,
        "C-22" => child.BornOn is { } born && Ages.IsInYearNineOrLater(born, clock.Today()),
        _ => true,
    };

    /// <summary>A notice of delay falls away with the limit that it was about.</summary>
    private async Task FallAwayAsync(ReadRecord read, HashSet<string> ended, CancellationToken cancellationToken)
    {
        var open = read.Dates.Where(date => date.IsOpen).Select(RecordMoments.DelayKey).ToHashSet();
        var waiting = await context.Touchpoints.Where(one => one.RecordId == read.Record.Id).Where(Touchpoint.HasNotArrived).ToListAsync(cancellationToken);
        foreach (var touchpoint in waiting.Where(one => ended.Contains(one.Code) || (one.Code == TouchpointKind.Delay && !open.Contains(one.Occasion))))
        {
            touchpoint.State = TouchpointState.Cancelled;
        }
    }

    private async Task<IReadOnlyList<Touchpoint>> AddAsync(ReadRecord read, Person child, TouchpointKind kind, Cause cause, CancellationToken cancellationToken)
    {
        var record = read.Record;
        List<Guid> persons = cause.PersonId is { } only ? [only] : [.. await recipients.OfAsync(kind.Who, record, child, cancellationToken)];
        var known = await context.Touchpoints.Where(one => one.RecordId == record.Id && one.Code == kind.Code && one.Occasion == cause.Key)
            .Select(one => one.PersonId).ToListAsync(cancellationToken);
        if (known.Count > 0)
        {
            // Two rows of People may have turned out to be one person since.
            known.AddRange((await people.FindAsync(known, cancellationToken)).Values.Select(person => person.Id));
        }

        var now = clock.GetUtcNow();
        var today = clock.Today();
        var mode = cause.AsTask ? TouchpointMode.Task : kind.Mode;
        var startsOn = cause.On.AddDays(cause.AsTask ? 0 : kind.After);
        var isOld = cause.EventId is not null && cause.On < today.AddDays(-FreshDays);
        List<Touchpoint> added =
        [
            .. persons.Except(known).Select(person => new Touchpoint
            {
                Id = Guid.CreateVersion7(now),
                RecordId = record.Id,
                Code = kind.Code,
                Occasion = cause.Key,
                EventId = cause.EventId,
                PersonId = person,
                Mode = mode,
                DueOn = cause.DueOn is { } limit && mode != TouchpointMode.Automatic ? limit : Limit(kind, cause.On),
                State = startsOn > today ? TouchpointState.Planned : TouchpointState.Waiting,
                CreatedAt = now,
            }),
        ];
        context.Touchpoints.AddRange(added);
        foreach (var touchpoint in added)
        {
            if (touchpoint.State == TouchpointState.Planned)
            {
                await occurrences.PlanAsync(context, DueTouchpoints.Kind, touchpoint.Id, "due", UkTime.StartOf(startsOn), cancellationToken);
            }
            else if (mode == TouchpointMode.Automatic && !isOld)
            {
                await teller.AskAsync(touchpoint, kind, read, cancellationToken, cause.Own, by: kind.Code == TouchpointKind.QuestionReceived ? cause.DueOn : null);
            }
        }

        await context.SaveChangesAsync(cancellationToken);
        return added;
    }

    private DateOnly Limit(TouchpointKind kind, DateOnly from) =>
        Counting.Count(from, [new Step(kind.Unit == LimitUnit.WorkingDays ? Unit.WorkingDaysOf : Unit.DaysOf, kind.Count)], workingDays).Day ?? from;
}
