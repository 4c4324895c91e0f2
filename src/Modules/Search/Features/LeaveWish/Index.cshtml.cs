using MediatR;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Search.Features.LeaveWish;

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, PublicForms limit) : PageModel
{
    [BindProperty]
    public string Text { get; set; } = "";

    [BindProperty]
    public string Near { get; set; } = "";

    public bool IsSent { get; private set; }

    public void OnGet(string? sent) => IsSent = sent is "1";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => limit.Allows(HttpContext)
        ? await this.AnswerAsync(await mediator.Send(new LeaveWish(Text, Near), cancellationToken), _ => LocalRedirect("/search/wish?sent=1"))
        : await this.TooOftenAsync();
}
