using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Web.Features.Staff.AddBankHoliday;

[Needs(SitePermissions.ChangeCalendarsName)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public TypedDate Date { get; set; } = new();

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Reason { get; set; } = "";

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new AddBankHoliday(Date.Read(), Name, Reason), cancellationToken),
        _ => this.RedirectSaying("/staff/calendars", CalendarFields.Saved));
}
