using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeeLateQuestions;

[Needs(EhcpPermissions.OverseeName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    public IReadOnlyList<WaitingQuestion> Questions { get; private set; } = [];

    public bool MayAnswer => actor.May(EhcpPermissions.Record);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeLateQuestions(), cancellationToken), questions =>
        {
            Questions = questions;
            return Page();
        });
}
