using MediatR;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Content.Features.AnswerCheck;

/// <summary>Two buttons for somebody without an account. Opening it changes nothing, so that a scanner of mail does no harm.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public AskedView? Asked { get; private set; }

    public bool IsThanked { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Words { get; set; } = "";

    [BindProperty]
    public string Answer { get; set; } = "";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new AnswerCheck(Token, Answer == "right", Name, Words), cancellationToken),
        _ =>
        {
            IsThanked = true;
            return Page();
        },
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new SeeAskedCheck(Token), cancellationToken);
        if (outcome.Kind != OutcomeKind.Ok)
        {
            return NotFound();
        }

        Asked = outcome.Value;
        return Page();
    }
}
