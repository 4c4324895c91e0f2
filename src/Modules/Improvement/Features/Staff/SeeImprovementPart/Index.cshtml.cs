using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Improvement.Features.Staff.SeeImprovementPart;

[Needs(ImprovementPermissions.SeeName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    public PartView View { get; private set; } = null!;

    public bool MayUpdate => actor.May(ImprovementPermissions.Update);

    public bool MayVerify => actor.May(ImprovementPermissions.Verify);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeImprovementPart(id), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
