using MediatR;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Accounts.Features.My.SeeDocuments;

[Needs(FamilyPermissions.DocumentsName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public DocumentsDoor Door { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeDocuments(), cancellationToken), door =>
        {
            Door = door;
            return door.NeedsSecondFactor ? LocalRedirect(FamilyDoor.Security + QueryString.Create("return", FamilyDoor.Documents)) : Page();
        });
}
