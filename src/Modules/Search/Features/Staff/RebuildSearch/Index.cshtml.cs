using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Search.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Search.Features.Staff.RebuildSearch;

[Needs(SearchPermissions.RebuildName)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<Rebuild> Rebuilds { get; private set; } = [];

    public bool IsRunning => Rebuilds.Count > 0 && Rebuilds[0].EndedAt is null;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new AskForRebuild(), cancellationToken), _ => Redirect("/staff/search/rebuild"), () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ListRebuilds(), cancellationToken), rebuilds =>
        {
            Rebuilds = rebuilds;
            return Page();
        });
}
