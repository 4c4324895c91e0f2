using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Improvement.Features.Staff.ListBoardPacks;

[Needs(ImprovementPermissions.SeeName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    public IReadOnlyList<BoardView> Boards { get; private set; } = [];

    public bool MayMake => actor.May(ImprovementPermissions.MakePacks);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ListBoardPacks(), cancellationToken), boards =>
        {
            Boards = boards;
            return Page();
        });
}
