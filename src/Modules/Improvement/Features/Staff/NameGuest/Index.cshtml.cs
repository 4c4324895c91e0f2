using MediatR;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Improvement.Features.Staff.NameGuest;

[Needs(AuditPermissions.NameGuestsName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Agencies = Choice.OfAll<AuditAgency>(AuditWords.Of);

    public IReadOnlyList<GuestRow> Rows { get; private set; } = [];

    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty]
    public string Agency { get; set; } = "";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new NameGuest(Email, Agency.Length == 0 ? null : TypedDates.Choice<AuditAgency>(Agency)), cancellationToken),
        _ => this.RedirectSaying("/staff/improvement/audits/guests", "It is written down."),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ListGuests(), cancellationToken), rows =>
        {
            Rows = rows;
            return Page();
        });
}
