using MediatR;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.PlanEhcPanel;

[Needs(EhcpPermissions.HoldPanelsName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public string Kind { get; set; } = "";

    [BindProperty]
    public TypedDate HeldOn { get; set; } = new();

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var day = ModelState.ReadDay(HeldOn, nameof(HeldOn));
        if (!ModelState.IsValid)
        {
            return await this.UnreadableAsync();
        }

        return await this.AnswerAsync(
            await mediator.Send(new PlanEhcPanel(TypedDates.Choice<PanelKind>(Kind), day), cancellationToken),
            id => this.RedirectSaying($"/staff/ehcp/panels/{id}", "The panel is planned. Put the requests on it."));
    }
}
