using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Listings.Features.ConfirmService;

/// <summary>Opening it changes nothing: a scanner that opens mail before its reader does no harm.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public string? Wrong { get; set; }

    /// <summary>Null when the link does not work, and once it was used.</summary>
    public CheckView? Check { get; private set; }

    public bool IsDone { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Outcome<Done> outcome = Answer is "right" or "wrong"
            ? await mediator.Send(new ConfirmService(Token, Answer == "right", Wrong ?? ""), cancellationToken)
            : Outcome.Invalid(nameof(Answer), "Choose one of the two");
        if (outcome.Kind == OutcomeKind.NotFound)
        {
            return Dead();
        }

        return await this.AnswerAsync(
            outcome,
            _ =>
            {
                IsDone = true;
                return Page();
            },
            () => ShowAsync(cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new ReadCheck(Token), cancellationToken);
        if (!outcome.IsOk)
        {
            return Dead();
        }

        Check = outcome.Value;
        return Page();
    }

    private PageResult Dead()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
