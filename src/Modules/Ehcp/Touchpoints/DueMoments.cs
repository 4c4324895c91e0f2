using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Time;

namespace Medway.LocalOffer.Ehcp.Touchpoints;

/// <summary>A day has come on which somebody must look at a record.</summary>
internal sealed class DueMoments(EhcpDbContext context, RecordReader reader, Planner planner, RecordMoments moments, SilenceGuard guard, TimeProvider clock) : IOccurrenceHandler
{
    public static string Kind => "ehcp.record-moment";

    public async Task HandleAsync(Occurrence occurrence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        await context.LockRecordAsync(occurrence.Subject, cancellationToken);
        if (await reader.ReadAsync(occurrence.Subject, null, cancellationToken) is not { Child: { DiedOn: null } child } read)
        {
            return;
        }

        var today = clock.Today();
        var turn = child.BornOn is { } born ? Ages.SwitchDay(born) : (DateOnly?)null;
        switch (occurrence.Key.Split(' ')[0])
        {
            case not RecordMoments.Watch when read.Record.IsOver:
                // Nothing is due any more.
                break;
            case RecordMoments.Watch:
                await guard.LookAsync(read, cancellationToken);
                break;
            case RecordMoments.Delay when Open(RecordMoments.DelayKey) is { Day: { } limit }:
                await StartAsync(OtherStart.DelayLikely, moments.Before(limit, RecordMoments.DelayNoticeDays));
                break;
            case RecordMoments.Advice when Open(RecordMoments.AdviceKey) is not null:
                await StartAsync(OtherStart.AdviceLate);
                break;
            case RecordMoments.Review when Open(RecordMoments.ReviewKey) is not null:
                await StartAsync(OtherStart.ReviewNear);
                break;
            case RecordMoments.RightsSoon when turn is { } day && RecordMoments.RightsSoonKey(day) == occurrence.Key:
                await StartAsync(OtherStart.RightsChangeSoon);

                // A child is written to by nobody before the day: whoever knows them tells them.
                await planner.StartAsync(read, OtherStart.RightsChangeSoon, new Cause(occurrence.Key, today, PersonId: child.Id, AsTask: true), cancellationToken);
                break;
            case RecordMoments.Rights when turn is { } day && RecordMoments.RightsKey(day) == occurrence.Key:
                await StartAsync(OtherStart.RightsChanged);
                break;
            case RecordMoments.Move when Open(RecordMoments.MoveKey) is not null:
                await StartAsync(OtherStart.MoveNear);
                break;
            case RecordMoments.School when read.Dates.Any(date => RecordMoments.IsMoveToCome(date, today)):
                await StartAsync(OtherStart.SchoolNewsDue);
                await moments.PlanSchoolNewsAsync(read.Record.Id, today, cancellationToken);
                break;
            default:
                // Its reason is gone.
                break;
        }

        await context.SaveChangesAsync(cancellationToken);

        DueDate? Open(Func<DueDate, string?> key) => read.Dates.FirstOrDefault(date => date is { IsOpen: true, Day: not null } && key(date) == occurrence.Key);

        Task StartAsync(OtherStart start, DateOnly? dueOn = null) => planner.StartAsync(read, start, new Cause(occurrence.Key, today, DueOn: dueOn), cancellationToken);
    }
}
