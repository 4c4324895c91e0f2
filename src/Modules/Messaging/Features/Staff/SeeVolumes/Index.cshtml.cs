using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Messaging.Features.Staff.SeeVolumes;

[Needs(MessagingPermissions.ReadVolumesName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public VolumesView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeVolumes(), cancellationToken), view =>
        {
            View = view;
            return Page();
        });

    public static string Money(decimal? pence) =>
        pence is { } known ? (known / 100).ToString("£0.00", System.Globalization.CultureInfo.InvariantCulture) : "price not set";
}
