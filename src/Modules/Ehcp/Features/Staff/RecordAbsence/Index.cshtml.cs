using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.RecordAbsence;

[Needs(EhcpPermissions.AbsencesName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private const string At = "/staff/ehcp/absences";

    [BindProperty]
    public string Officer { get; set; } = "";

    [BindProperty]
    public string Cover { get; set; } = "";

    [BindProperty]
    public TypedDate From { get; set; } = new();

    [BindProperty]
    public TypedDate To { get; set; } = new();

    public IReadOnlyList<AbsenceRow> Rows { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (from, to) = (ModelState.ReadDay(From, nameof(From)), ModelState.ReadDay(To, nameof(To)));
        return await this.AnswerAsync(
            await mediator.Send(new RecordAbsence(Officer, Cover, from, to), cancellationToken), _ => this.RedirectSaying(At, "It is written down."), () => ShowAsync(cancellationToken));
    }

    public async Task<IActionResult> OnPostEndAsync(Guid absence, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new EndAbsence(absence), cancellationToken), _ => this.RedirectSaying(At, "They look after their records again from today."));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ListAbsences(), cancellationToken), rows =>
        {
            Rows = rows;
            return Page();
        });
}
