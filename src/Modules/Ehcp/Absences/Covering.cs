using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Features;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Occurrences;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Absences;

/// <summary>
/// While an officer is away their records stand in the caseload and in My work of whoever covers too: from the first day on, until the last. Families hear
/// of it before (CW-02), when it is longer than five working days.
/// </summary>
internal sealed class Covering(EhcpDbContext context, RecordReader reader, Planner planner, Occurrences occurrences, WorkingDays workingDays, TimeProvider clock) : IOccurrenceHandler
{
    private const int DaysNotTold = 5;

    public static string Kind => "ehcp.absence-turn";

    /// <summary>In the transaction of the absence, which has been saved.</summary>
    public async Task BeginAsync(Absence absence, CancellationToken cancellationToken)
    {
        await FollowAsync(absence, cancellationToken);
        if (absence.From > clock.Today())
        {
            await occurrences.PlanAsync(context, Kind, absence.Id, "begin", UkTime.StartOf(absence.From), cancellationToken);
        }

        await occurrences.PlanAsync(context, Kind, absence.Id, "end", UkTime.StartOf(absence.To.AddDays(1)), cancellationToken);
        if (IsTold(absence))
        {
            await TellAsync(absence, cancellationToken);
        }
    }

    public async Task HandleAsync(Occurrence occurrence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(occurrence);
        if (await context.Absences.SingleOrDefaultAsync(one => one.Id == occurrence.Subject, cancellationToken) is { } absence)
        {
            await FollowAsync(absence, cancellationToken);
        }
    }

    /// <summary>Who covers the records of this officer today.</summary>
    public async Task<Guid?> CoverOfAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        return await context.Absences.Where(one => one.AccountId == accountId && one.From <= today && one.To >= today).Select(one => (Guid?)one.CoverId).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The records as they stand today, whichever of the officer's absences it is.</summary>
    public async Task FollowAsync(Absence absence, CancellationToken cancellationToken)
    {
        var cover = await CoverOfAsync(absence.AccountId, cancellationToken);
        await context.Records.Where(record => record.CoordinatorId == absence.AccountId).ExecuteUpdateAsync(set => set.SetProperty(record => record.CoverId, cover), cancellationToken);
    }

    private async Task TellAsync(Absence absence, CancellationToken cancellationToken)
    {
        var own = $"Somebody else looks after you from {absence.From.Long()} to {absence.To.Long()}.";
        foreach (var id in await context.Records.Where(record => record.CoordinatorId == absence.AccountId && !record.IsOver).OrderBy(record => record.Id).Select(record => record.Id).ToListAsync(cancellationToken))
        {
            await context.LockRecordAsync(id, cancellationToken);
            if (await reader.ReadAsync(id, null, cancellationToken) is { } read)
            {
                await planner.StartAsync(read, OtherStart.OfficerAway, new Cause($"away {absence.Id}", clock.Today()) { Own = own }, cancellationToken);
            }
        }
    }

    private bool IsTold(Absence absence)
    {
        var days = 0;
        for (var day = absence.From; day <= absence.To && days <= DaysNotTold; day = day.AddDays(1))
        {
            // Where the bank holidays are not loaded, weekdays count.
            days += workingDays.Covers(day) ? (workingDays.IsWorkingDay(day) ? 1 : 0) : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return days > DaysNotTold;
    }
}
