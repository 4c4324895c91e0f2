using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Reviews;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;

namespace Medway.LocalOffer.Ehcp.Features.Staff.ListReviews;

/// <summary>Reviews of one's own records that are due within twelve weeks and have no meeting, and moves of phase: after that it is too late to do them well.</summary>
internal sealed class ReviewWork(EhcpDbContext context, ReviewDates dates, TimeProvider clock) : IWorkItems
{
    private const int Most = 20;
    private const int WeeksAhead = 12;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.AccountId is not { } own || !actor.May(EhcpPermissions.Record))
        {
            return [];
        }

        var records = RecordScope.Within(context.Records, actor, EhcpPermissions.Record).Where(record => record.CoordinatorId == own);
        var near = await dates.OfAsync(records, clock.Today().AddDays(7 * WeeksAhead), cancellationToken);
        return
        [
            .. near.Where(one => one.MeetingOn is null && (ReviewDates.IsReview(one.Date) || (ReviewDates.IsMove(one.Date) && one.Date.Rule.Kind == RuleKind.Law))).Take(Most).Select(one => new WorkItem(
                ReviewDates.IsMove(one.Date) ? "Move of phase" : "Review to come", one.Reference,
                ReviewDates.IsMove(one.Date) ? "The plan must name the new place in time, and no meeting is planned." : "It must be done by then, and no meeting is planned.",
                one.Date.Day, $"/staff/ehcp/records/{one.RecordId}/events/new?kind={EventKind.ReviewMeetingSet}", "Plan the meeting", "i-calendar")),
        ];
    }
}
