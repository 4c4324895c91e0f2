using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Reviews;

/// <param name="MeetingOn">The review meeting that is planned; null when none is.</param>
internal sealed record ReviewDate(Guid RecordId, string Reference, Guid ChildId, Guid CoordinatorId, DueDate Date, DateOnly? MeetingOn);

/// <summary>What reviews and moves of phase need, for many records at once, by the one clock.</summary>
internal sealed class ReviewDates(EhcpDbContext context, WorkingDays workingDays, TimeProvider clock)
{
    /// <summary>The review, the report, the decision, the changes and the changed plan; then the moves.</summary>
    private static readonly string[] Codes = ["R01", "R21", "R05", "R06", "R09", "R10", "R14", "R15", "R16", "R14M", "R15M"];

    /// <summary>The yearly review, or the first one of a plan that came from another council.</summary>
    public static bool IsReview(DueDate date) => date.Rule.Code is "R01" or "R21";

    public static bool IsMove(DueDate date) => date.Rule.Code is "R14" or "R15" or "R16" or "R14M" or "R15M";

    /// <summary>The meeting is held, and something is to follow from it.</summary>
    public static bool IsAfterMeeting(DueDate date) => date.Rule.Code is "R05" or "R06" or "R09" or "R10";

    /// <param name="records">That the caller may see; those without a plan have no such date.</param>
    /// <returns>Open dates until this day, the nearest first.</returns>
    public async Task<IReadOnlyList<ReviewDate>> OfAsync(IQueryable<EhcRecord> records, DateOnly until, CancellationToken cancellationToken)
    {
        var withPlan = records.AsNoTracking().Where(record => !record.IsOver && context.Events.Any(one => one.RecordId == record.Id && (one.Kind == EventKind.FinalSent || one.Kind == EventKind.PlanTransferredIn) && one.WithdrawnAt == null));
        var rows = await withPlan.Select(record => new { record.Id, record.Reference, record.ChildId, record.CoordinatorId, record.ReceivedOn }).ToListAsync(cancellationToken);
        var events = (await context.Events.AsNoTracking().Where(one => one.WithdrawnAt == null && withPlan.Any(record => record.Id == one.RecordId))
                .Select(one => new { one.RecordId, one.Id, one.Kind, one.HappenedOn, one.RecordedAt, one.Adviser }).ToListAsync(cancellationToken))
            .ToLookup(one => one.RecordId, one => new Happening(one.Id, one.Kind, one.HappenedOn, one.RecordedAt, Adviser: one.Adviser));
        var (now, today) = (clock.GetUtcNow(), clock.Today());
        List<ReviewDate> found = [];
        foreach (var row in rows)
        {
            var history = new History(null, row.ReceivedOn, [.. events[row.Id]]);
            var meeting = history.AsBelievedAt(now).LastOrDefault(one => one.Kind == EventKind.ReviewMeetingSet && one.On >= today)?.On;
            found.AddRange(StatutoryClock.DatesOf(history, now, today, workingDays)
                .Where(date => date.IsOpen && date.Day <= until && Codes.Contains(date.Rule.Code))
                .Select(date => new ReviewDate(row.Id, row.Reference, row.ChildId, row.CoordinatorId, date, meeting)));
        }

        return [.. found.OrderBy(one => one.Date.Day).ThenBy(one => one.Reference, StringComparer.Ordinal).ThenBy(one => one.Date.Rule.Code, StringComparer.Ordinal)];
    }
}
