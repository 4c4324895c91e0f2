using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Web.Features.Staff.AddSchoolTerm;

[Needs(SitePermissions.ChangeCalendarsName)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    /// <summary>The term that this form adds: read again when somebody else was quicker.</summary>
    [BindProperty]
    public int SchoolYear { get; set; }

    [BindProperty]
    public int Number { get; set; }

    [BindProperty]
    public TypedDate FirstDay { get; set; } = new();

    [BindProperty]
    public TypedDate LastDay { get; set; } = new();

    [BindProperty]
    public string Note { get; set; } = "";

    [BindProperty]
    public string Reason { get; set; } = "";

    public NextTerm Next { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new AddSchoolTerm(SchoolYear, Number, FirstDay.Read(), LastDay.Read(), Note, Reason), cancellationToken),
        _ => this.RedirectSaying("/staff/calendars", CalendarFields.Saved),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new NextSchoolTerm(), cancellationToken), next =>
        {
            ModelState.Remove(nameof(SchoolYear));
            ModelState.Remove(nameof(Number));
            (SchoolYear, Number, Next) = (next.SchoolYear, next.Number, next);
            return Page();
        });
}
