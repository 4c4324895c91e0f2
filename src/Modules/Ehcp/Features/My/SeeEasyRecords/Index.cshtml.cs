using MediatR;
using Medway.LocalOffer.Ehcp.Features.My.SeeOwnRecords;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Settings;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.My.SeeEasyRecords;

/// <summary>The Easy Read twin of <c>/my/ehc-plan</c>: the same records, asked for by the same request.</summary>
[Needs(EhcpPermissions.OwnName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Settings settings, Actor actor, TimeProvider clock) : PageModel
{
    public IReadOnlyList<OwnRecord> Records { get; private set; } = [];

    public string TeamPhone => settings.Words(SiteSettings.SenTeamPhone);

    public string SendiassPhone => settings.Words(SiteSettings.SendiassPhone);

    public bool MayAsk => actor.May(EhcpPermissions.Ask);

    public DateOnly Today => clock.Today();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeOwnRecords.SeeOwnRecords(), cancellationToken), own =>
        {
            Records = own.Records;
            return Page();
        });
}
