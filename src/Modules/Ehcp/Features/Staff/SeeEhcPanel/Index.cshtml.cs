using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeeEhcPanel;

[Needs(EhcpPermissions.ReadPanelsName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    public PanelView View { get; private set; } = null!;

    public string At => $"/staff/ehcp/panels/{Id}";

    public bool MayHold => actor.May(EhcpPermissions.HoldPanels);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeEhcPanel(Id), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
