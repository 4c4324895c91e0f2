using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Web.Features.Staff.ViewCalendars;

[Needs(SitePermissions.ReadCalendarsName)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    public CalendarsView Calendars { get; private set; } = null!;

    public bool MayChange => actor.May(SitePermissions.ChangeCalendars);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ViewCalendars(), cancellationToken), calendars =>
        {
            Calendars = calendars;
            return Page();
        });
}
