using MediatR;
using Medway.LocalOffer.CoDesign.Features.Staff.SeeRound;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.CoDesign.Features.Staff.PublishRound;

[Needs(CoDesignPermissions.RunName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public SeenRound Seen { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string EasyRead { get; set; } = "";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new PublishRound(Id, EasyRead), cancellationToken),
        _ => this.RedirectSaying($"/staff/codesign/rounds/{Id}", "Published. The site shows it within moments."),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeRound.SeeRound(Id), cancellationToken), seen =>
        {
            Seen = seen;
            return Page();
        });
}
