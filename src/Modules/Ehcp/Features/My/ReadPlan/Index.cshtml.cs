using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.My.ReadPlan;

[Needs(EhcpPermissions.OwnPlansName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Settings settings) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "planId")]
    public Guid PlanId { get; set; }

    public OwnPlan Plan { get; private set; } = null!;

    public string TeamPhone => settings.Words(SiteSettings.SenTeamPhone);

    public string SendiassPhone => settings.Words(SiteSettings.SendiassPhone);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ReadOwnPlan(PlanId), cancellationToken), page =>
        {
            if (page.Plan is not { } plan)
            {
                return this.ToDoor(page.Door);
            }

            Plan = plan;
            return Page();
        });
}
