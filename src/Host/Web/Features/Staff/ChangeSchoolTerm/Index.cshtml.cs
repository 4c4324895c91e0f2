using MediatR;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Web.Features.Staff.ChangeSchoolTerm;

[Needs(SitePermissions.ChangeCalendarsName)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public TypedDate FirstDay { get; set; } = new();

    [BindProperty]
    public TypedDate LastDay { get; set; } = new();

    [BindProperty]
    public string Note { get; set; } = "";

    [BindProperty]
    public string Reason { get; set; } = "";

    [BindProperty]
    public string Seen { get; set; } = "";

    public SchoolTerm Term { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int year, int number, CancellationToken cancellationToken)
    {
        var answer = await ShowAsync(year, number, cancellationToken);
        FirstDay = TypedDate.Of(Term?.FirstDay);
        LastDay = TypedDate.Of(Term?.LastDay);
        Note = Term?.Note ?? "";
        return answer;
    }

    public async Task<IActionResult> OnPostAsync(int year, int number, CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new ChangeSchoolTerm(year, number, FirstDay.Read(), LastDay.Read(), Note, Reason, Seen), cancellationToken),
        _ => this.RedirectSaying("/staff/calendars", CalendarFields.Saved),
        () => ShowAsync(year, number, cancellationToken));

    private async Task<IActionResult> ShowAsync(int year, int number, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ViewSchoolTerm(year, number), cancellationToken), term =>
        {
            // What stands there now has been seen with this answer: the next press counts against it.
            ModelState.Remove(nameof(Seen));
            Seen = term.InWords();
            Term = term;
            return Page();
        });
}
