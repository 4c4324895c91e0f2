using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Search.Features.Staff.SearchHome;

[Needs(SearchPermissions.ReadReportsName)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    public SearchToday Today { get; private set; } = null!;

    public bool MayChange => actor.May(SearchPermissions.ChangeWords);

    public bool MayRebuild => actor.May(SearchPermissions.Rebuild);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeSearch(), cancellationToken), today =>
        {
            Today = today;
            return Page();
        });
}
