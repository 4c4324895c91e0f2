using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Charts;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeeReviewNumbers;

[Needs(EhcpPermissions.PerformanceName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    public ReviewNumbers View { get; private set; } = null!;

    public IReadOnlyList<Chart> Charts { get; private set; } = [];

    public bool MayList => actor.May(EhcpPermissions.List);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeReviewNumbers(), cancellationToken), view =>
        {
            View = view;
            Charts = ReviewCharts.Of(view);
            return Page();
        });
}
