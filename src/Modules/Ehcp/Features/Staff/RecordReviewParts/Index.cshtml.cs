using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.RecordReviewParts;

[Needs(EhcpPermissions.RecordName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "eventId")]
    public Guid EventId { get; set; }

    [BindProperty]
    public string[] Came { get; set; } = [];

    [BindProperty]
    public string[] SentReport { get; set; } = [];

    public ReviewPartsView View { get; private set; } = null!;

    public string At => $"/staff/ehcp/records/{Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var page = await ShowAsync(cancellationToken);
        if (page is PageResult)
        {
            (Came, SentReport) = ([.. View.Came.Select(one => $"{one}")], [.. View.SentReport.Select(one => $"{one}")]);
        }

        return page;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(
            new RecordReviewParts(Id, EventId, [.. Came.Select(TypedDates.Choice<ReviewAgency>)], [.. SentReport.Select(TypedDates.Choice<ReviewAgency>)]), cancellationToken),
        _ => this.RedirectSaying(At, "Who came, and who sent a report, is written down."),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeReviewParts(Id, EventId), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
