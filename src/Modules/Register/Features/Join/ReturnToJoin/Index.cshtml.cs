using MediatR;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Register.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Register.Features.Join.ReturnToJoin;

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, JoinLimit limit) : PageModel
{
    [BindProperty]
    public string Code { get; set; } = "";

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!limit.Allows(HttpContext))
        {
            return await this.TooOftenAsync();
        }

        return await this.AnswerAsync(await mediator.Send(new ReturnToJoin(Code), cancellationToken), isSent =>
        {
            JoinCookie.Set(HttpContext, Code.Trim());
            return LocalRedirect(isSent ? SeeReceipt.IndexModel.At : $"{StartJoining.IndexModel.At}/{JoinStep.Check}");
        });
    }
}
