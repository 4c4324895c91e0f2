using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Features.Reviews;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.Platform.Audit;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Web.Lists;

namespace Medway.LocalOffer.Ehcp.Features.Staff.ListReviews;

/// <summary>Reviews and moves of phase in the caseload and teams of the actor, 26 weeks ahead. Everybody on the page is written down as seen.</summary>
internal sealed record ListReviews(ListQuery Query) : IQuery<ReviewsPage>, IReadsPeople
{
    public const int WeeksAhead = 26;

    /// <summary>How far people look: to plan a term, to book meetings, and to act now.</summary>
    public static readonly IReadOnlyList<int> Weeks = [6, 12, WeeksAhead];

    public Permission Permission => EhcpPermissions.List;

    public AuditEvent Event => EhcpAudit.ReviewsListed;

    public string SubjectKind => EhcRecord.Subject;

    public Guid? SubjectId => null;

    public string? Purpose => null;
}

/// <param name="Overdue">Dates that have passed, before any filter.</param>
/// <param name="Ahead">Dates to come within so many weeks, before any filter.</param>
internal sealed record ReviewsPage(
    Listed<ReviewDate> Listed, IReadOnlyDictionary<Guid, string> Children, DateOnly Today, int Overdue, IReadOnlyList<(int Weeks, int Count)> Ahead, IReadOnlyList<Guid> PersonIds) : IShowsPeople;

internal sealed class ListReviewsHandler(EhcpDbContext context, ReviewDates dates, IPeople people, Actor actor, TimeProvider clock) : IRequestHandler<ListReviews, Outcome<ReviewsPage>>
{
    public async Task<Outcome<ReviewsPage>> Handle(ListReviews request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var all = await dates.OfAsync(RecordScope.Within(context.Records, actor, EhcpPermissions.List), today.AddDays(7 * ListReviews.WeeksAhead), cancellationToken);
        var found = request.Query["within"] switch
        {
            "overdue" => all.Where(one => one.Date.Day < today),
            "6" => Within(all, today, 6),
            "12" => Within(all, today, 12),
            _ => all,
        };
        found = request.Query["what"] switch
        {
            "review" => found.Where(one => ReviewDates.IsReview(one.Date)),
            "after" => found.Where(one => ReviewDates.IsAfterMeeting(one.Date)),
            "move" => found.Where(one => ReviewDates.IsMove(one.Date)),
            _ => found,
        };
        if (actor.AccountId is { } own && request.Query["whose"] == "mine")
        {
            found = found.Where(one => one.CoordinatorId == own);
        }

        var page = (request.Query.Sort == "-due" ? found.Reverse() : found).ToList().ToPage(request.Query);
        var children = page.Rows.Select(one => one.ChildId).Distinct().ToList();
        var names = await people.NamesAsync(children, cancellationToken);
        return new ReviewsPage(
            page, names.ToDictionary(pair => pair.Key, pair => pair.Value.Full), today, all.Count(one => one.Date.Day < today),
            [.. ListReviews.Weeks.Select(weeks => (weeks, Within(all, today, weeks).Count()))], children);
    }

    private static IEnumerable<ReviewDate> Within(IReadOnlyList<ReviewDate> all, DateOnly today, int weeks) => all.Where(one => one.Date.Day >= today && one.Date.Day <= today.AddDays(7 * weeks));
}
