using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Web.Features.Staff.MyWork;

[Needs(SitePermissions.SeeWorkName)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public WorkToDo Work { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeMyWork(), cancellationToken), work =>
        {
            Work = work;
            return Page();
        });
}
