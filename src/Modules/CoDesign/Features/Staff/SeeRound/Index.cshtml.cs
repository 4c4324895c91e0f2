using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.CoDesign.Features.Staff.SeeRound;

[Needs(CoDesignPermissions.ReadName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public SeenRound Seen { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public bool DataProtection { get; set; }

    [BindProperty]
    public string To { get; set; } = "";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostSignOffAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new SignOffRound(Id, DataProtection), cancellationToken),
        _ => this.RedirectSaying($"/staff/codesign/rounds/{Id}", "Signed off."),
        () => ShowAsync(cancellationToken));

    public async Task<IActionResult> OnPostMoveAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new MoveRound(Id, To), cancellationToken),
        _ => this.RedirectSaying($"/staff/codesign/rounds/{Id}", "Done. The round is one step on."),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeRound(Id), cancellationToken), seen =>
        {
            Seen = seen;
            return Page();
        });
}
