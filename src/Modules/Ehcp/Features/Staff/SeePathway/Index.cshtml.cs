using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeePathway;

[Needs(EhcpPermissions.ViewName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    public PathwayView View { get; private set; } = null!;

    public string At => $"/staff/ehcp/records/{Id}";

    public bool MayRecord => actor.May(EhcpPermissions.Record);

    public bool MayReadPanels => actor.May(EhcpPermissions.ReadPanels);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeePathway(Id), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
