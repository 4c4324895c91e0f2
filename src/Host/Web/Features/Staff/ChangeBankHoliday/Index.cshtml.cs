using MediatR;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Web.Features.Staff.ChangeBankHoliday;

[Needs(SitePermissions.ChangeCalendarsName)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public TypedDate Date { get; set; } = new();

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Reason { get; set; } = "";

    [BindProperty]
    public string Seen { get; set; } = "";

    public BankHoliday Holiday { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var answer = await ShowAsync(day, cancellationToken);
        Date = TypedDate.Of(day);
        Name = Holiday?.Name ?? "";
        return answer;
    }

    public async Task<IActionResult> OnPostAsync(DateOnly day, CancellationToken cancellationToken) =>
        await AnswerAsync(day, await mediator.Send(new ChangeBankHoliday(day, Date.Read(), Name, Reason, Seen), cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostRemoveAsync(DateOnly day, CancellationToken cancellationToken) =>
        await AnswerAsync(day, await mediator.Send(new RemoveBankHoliday(day, Reason), cancellationToken), cancellationToken);

    private async Task<IActionResult> AnswerAsync(DateOnly day, Outcome<Done> outcome, CancellationToken cancellationToken) =>
        await this.AnswerAsync(outcome, _ => this.RedirectSaying("/staff/calendars", CalendarFields.Saved), () => ShowAsync(day, cancellationToken));

    private async Task<IActionResult> ShowAsync(DateOnly day, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ViewBankHoliday(day), cancellationToken), holiday =>
        {
            // What stands there now has been seen with this answer: the next press counts against it.
            ModelState.Remove(nameof(Seen));
            Seen = holiday.Name;
            Holiday = holiday;
            return Page();
        });
}
