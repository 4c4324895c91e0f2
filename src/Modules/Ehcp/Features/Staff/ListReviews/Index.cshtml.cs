using MediatR;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Reviews;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.ListReviews;

[Needs(EhcpPermissions.ListName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    private static readonly ListShape Shape = new(
        [new("Record"), new("Child"), new("What"), new("By", "due"), new("Meeting"), new("Next step")], "due",
        new ListFilter("within", "When", [new("overdue", "Overdue"), new("6", "Within 6 weeks"), new("12", "Within 12 weeks")]),
        new ListFilter("what", "What", [new("review", "Yearly review"), new("after", "After the meeting"), new("move", "Move of phase")]),
        new ListFilter("whose", "Whose", [new("mine", "Mine")]));

    public StaffList<ReviewDate> List { get; private set; } = null!;

    public ReviewsPage Shown { get; private set; } = null!;

    public bool MayRecord => actor.May(EhcpPermissions.Record);

    public bool MayCount => actor.May(EhcpPermissions.Performance);

    /// <summary>What an officer does next for this date.</summary>
    public static EventKind StepOf(ReviewDate row) => row switch
    {
        { Date.Rule.Code: "R05" } => EventKind.ReviewReportSent,
        { Date.Rule.Code: "R06" } => EventKind.ReviewDecidedToKeep,
        { Date.Rule.Code: "R09" or "R10" } => EventKind.AmendedFinalSent,
        { MeetingOn: null } => EventKind.ReviewMeetingSet,
        _ => EventKind.ReviewMeetingHeld,
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var query = ListQuery.Read(Request.Query, Shape);
        return await this.AnswerAsync(await mediator.Send(new ListReviews(query), cancellationToken), page =>
        {
            Shown = page;
            List = new(Shape, query, page.Listed);
            return Page();
        });
    }
}
