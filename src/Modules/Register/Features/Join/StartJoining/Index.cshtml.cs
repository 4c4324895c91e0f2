using MediatR;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Register.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Register.Features.Join.StartJoining;

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, JoinLimit limit) : PageModel
{
    public const string At = "/join/register";

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!limit.Allows(HttpContext))
        {
            return await this.TooOftenAsync();
        }

        return await this.AnswerAsync(await mediator.Send(new StartJoining(), cancellationToken), code =>
        {
            JoinCookie.Set(HttpContext, code);
            return LocalRedirect($"{At}/{JoinStep.Who}");
        });
    }
}
