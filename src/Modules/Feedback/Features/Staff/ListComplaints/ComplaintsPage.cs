using MediatR;
using Medway.LocalOffer.Feedback.Data;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Feedback.Features.Staff.ListComplaints;

/// <summary>Complaints of one kind: each kind has a door of its own.</summary>
internal abstract class ComplaintsPage(IMediator mediator, TimeProvider clock) : PageModel
{
    public abstract ComplaintKind Kind { get; }

    public IReadOnlyList<ComplaintRow> Rows { get; private set; } = [];

    public DateOnly Today => clock.Today();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ListComplaints(Kind), cancellationToken), rows =>
        {
            Rows = rows;
            return Page();
        });
}
