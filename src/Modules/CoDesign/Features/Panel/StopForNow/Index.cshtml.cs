using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.CoDesign.Features.Panel.StopForNow;

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public const string Deleted = "/panel/stop?said=deleted";

    [BindProperty(SupportsGet = true)]
    public string Said { get; set; } = "";

    public bool HasSeat { get; private set; }

    public (string Title, string Text) Words => Said == "deleted" ? ("Your answers are deleted", "Thank you for looking. Nothing of yours is left with us.")
        : HasSeat ? ("Stop for now?", "Your answers are safe. You can come back with your card.")
        : ("You have stopped", "Your answers are safe. Come back with your card when you want.");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        HasSeat = (await mediator.Send(new FindSeat(PanelCookie.Read(HttpContext)), cancellationToken)).IsOk;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new StopForNow(PanelCookie.Read(HttpContext)), cancellationToken);
        PanelCookie.Clear(HttpContext);
        return LocalRedirect("/panel/stop");
    }
}
