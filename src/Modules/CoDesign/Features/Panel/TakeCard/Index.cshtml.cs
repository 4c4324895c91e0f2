using MediatR;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.CoDesign.Features.Panel.TakeCard;

/// <summary>The door. The words stand in the form alone: a QR code brings them behind the sign # of the address, which no server ever sees.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, PanelLimit limit) : PageModel
{
    [BindProperty]
    public string Words { get; set; } = "";

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!limit.Allows(HttpContext))
        {
            return await this.TooOftenAsync();
        }

        return await this.AnswerAsync(await mediator.Send(new TakeCard(Words), cancellationToken), key =>
        {
            PanelCookie.Set(HttpContext, key);
            return LocalRedirect(WelcomeReviewer.IndexModel.At(1));
        });
    }
}
