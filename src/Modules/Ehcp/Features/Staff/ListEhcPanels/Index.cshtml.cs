using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.ListEhcPanels;

[Needs(EhcpPermissions.ReadPanelsName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    private static readonly ListShape Shape = new(
        [new("Panel"), new("Meets on", "date"), new("Requests", IsNumber: true), new("Without an outcome", IsNumber: true)], "date",
        new ListFilter("show", "Show", [new("all", "All, the old ones too")]));

    public StaffList<PanelRow> List { get; private set; } = null!;

    public bool MayHold => actor.May(EhcpPermissions.HoldPanels);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var query = ListQuery.Read(Request.Query, Shape);
        return await this.AnswerAsync(await mediator.Send(new ListEhcPanels(query), cancellationToken), listed =>
        {
            List = new(Shape, query, listed);
            return Page();
        });
    }
}
