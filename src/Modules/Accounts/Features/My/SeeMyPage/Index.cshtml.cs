using MediatR;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Accounts.Features.My.SeeMyPage;

[Needs(FamilyPermissions.OwnPageName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, FamilySessions sessions, CurrentFamily current) : PageModel
{
    public IReadOnlyList<MyCard> Cards { get; private set; } = [];

    public bool IsShared => current.Value!.IsShared;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeMyPage(), cancellationToken), cards =>
        {
            Cards = cards;
            return Page();
        });

    /// <summary>"I am on a shared device."</summary>
    public async Task<IActionResult> OnPostSharedAsync(CancellationToken cancellationToken)
    {
        await sessions.ShareAsync(current.Value!, cancellationToken);
        return LocalRedirect(FamilyDoor.Path);
    }
}
