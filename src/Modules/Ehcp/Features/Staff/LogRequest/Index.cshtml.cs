using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.LogRequest;

[Needs(EhcpPermissions.LogName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public string Child { get; set; } = "";

    [BindProperty]
    public string AskedBy { get; set; } = "";

    [BindProperty]
    public string Asker { get; set; } = "";

    [BindProperty]
    public string AskerMailbox { get; set; } = "";

    [BindProperty]
    public TypedDate ReceivedOn { get; set; } = new();

    [BindProperty]
    public string Evidence { get; set; } = "";

    [BindProperty]
    public string Coordinator { get; set; } = "";

    [BindProperty]
    public string Team { get; set; } = "";

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ReceivedOn.IsEmpty && ReceivedOn.Read() is null)
        {
            ModelState.AddModelError(nameof(ReceivedOn), TypedDates.NotADate);
            return await this.UnreadableAsync();
        }

        return await this.AnswerAsync(
            await mediator.Send(new LogRequest(Child, TypedDates.Choice<Asker>(AskedBy), Asker, ReceivedOn.Read(), Evidence, Coordinator, Team) { AskerMailbox = AskerMailbox.Trim() }, cancellationToken),
            id => this.RedirectSaying($"/staff/ehcp/records/{id}", "The request is logged, and the clock runs."));
    }
}
