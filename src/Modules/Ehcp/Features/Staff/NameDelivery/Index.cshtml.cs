using MediatR;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Staff.SeePlan;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.NameDelivery;

[Needs(EhcpPermissions.WritePlansName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty]
    public string Part { get; set; } = "";

    [BindProperty]
    public string By { get; set; } = "";

    [BindProperty]
    public string Words { get; set; } = "";

    [BindProperty]
    public string Email { get; set; } = "";

    public PlanView View { get; private set; } = null!;

    public string At => $"/staff/ehcp/records/{Id}/plan";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new NameDelivery(Id, TypedDates.Choice<PlanPart>(Part), TypedDates.Choice<Adviser>(By), Words, Email), cancellationToken),
        _ => this.RedirectSaying(At, "It is written down. The family reads who gives this help."),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeePlan.SeePlan(Id), cancellationToken), view =>
        {
            View = view;
            return view.Plans.Any(plan => plan.IsFinal) ? Page() : this.RedirectSaying(At, "There is no final plan yet.");
        });
}
