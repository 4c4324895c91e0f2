using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Register.Features.Staff.ListShares;

[Needs(RegisterPermissions.ShareName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public const string At = "/staff/register/shares";

    public SharesView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostToldAsync(Guid share, Guid entry, CancellationToken cancellationToken) => await this.AnswerAsync<Done>(
        await mediator.Send(new RecordRecall(share, entry), cancellationToken), _ => this.RedirectSaying(At, "Written down. The family sees it."), () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ListShares(), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
