using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Web.Features.Staff.ConfirmFacts;

[Needs(SitePermissions.ReadSettingsName)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public UnconfirmedFacts Facts { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new FactsToConfirm(), cancellationToken), facts =>
        {
            Facts = facts;
            return Page();
        });
}
