using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Numbers;
using Medway.LocalOffer.Ehcp.Features.Reviews;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeeReviewNumbers;

/// <summary>Whether the backlog of reviews burns down, what is to come, and where children are taught. Shows nobody.</summary>
internal sealed record SeeReviewNumbers : IQuery<ReviewNumbers>
{
    public Permission Permission => EhcpPermissions.Performance;
}

/// <param name="Days">On which the backlog is counted, the oldest first; the last is today.</param>
/// <param name="Ahead">Open dates of the next 26 weeks, and those that have passed.</param>
internal sealed record ReviewNumbers(
    IReadOnlyList<RecordFacts> Records, IReadOnlyList<DateOnly> Days, IReadOnlyList<DueDate> Ahead, IReadOnlyList<(SettingKind Kind, bool HealthKnows)> Settings, DateOnly Today, ShownNumbers Numbers)
{
    /// <summary>Review meetings of the last 12 months.</summary>
    public int Meetings { get; init; }

    /// <summary>Of those meetings, what each agency did; a meeting of which nothing is written down has no row.</summary>
    public IReadOnlyList<(Guid Meeting, ReviewAgency Agency, bool Came, bool SentReport)> Parts { get; init; } = [];
}

internal sealed class SeeReviewNumbersHandler(EhcpDbContext context, FactsReader reader, ReviewDates dates, CurrentSettings settings, Actor actor, TimeProvider clock)
    : IRequestHandler<SeeReviewNumbers, Outcome<ReviewNumbers>>
{
    private const int MonthsShown = 12;
    private const int WeeksAhead = 26;

    public async Task<Outcome<ReviewNumbers>> Handle(SeeReviewNumbers request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var month = new DateOnly(today.Year, today.Month, 1);
        var records = RecordScope.Within(context.Records, actor, EhcpPermissions.Performance);
        var year = today.AddYears(-1);
        var meetings = context.Events.AsNoTracking().Where(one => one.Kind == EventKind.ReviewMeetingHeld && one.WithdrawnAt == null && one.HappenedOn > year && records.Any(record => record.Id == one.RecordId));
        return new ReviewNumbers(
            await reader.ReadAsync(records, cancellationToken),
            [.. Enumerable.Range(1 - MonthsShown, MonthsShown).Select(back => month.AddMonths(back).AddDays(-1)).Append(today)],
            [.. (await dates.OfAsync(records, today.AddDays(7 * WeeksAhead), cancellationToken)).Select(one => one.Date)],
            [.. (await settings.Of(records).ToListAsync(cancellationToken)).Select(one => (one.Kind, one.HealthToldOn is not null))],
            today, new ShownNumbers(actor.May(EhcpPermissions.List)))
        {
            Meetings = await meetings.CountAsync(cancellationToken),
            Parts = [.. (await context.ReviewParts.AsNoTracking().Where(part => part.ReplacedAt == null && meetings.Any(one => one.Id == part.EventId))
                .Select(part => new { part.EventId, part.Agency, part.Came, part.SentReport }).ToListAsync(cancellationToken)).Select(part => (part.EventId, part.Agency, part.Came, part.SentReport))],
        };
    }
}
