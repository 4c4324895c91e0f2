using MediatR;
using Medway.LocalOffer.Audit.Contracts;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Accounts.Features.My.SeeWhoLooked;

[Needs(FamilyPermissions.OwnPageName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<Look> Looks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeWhoLooked(), cancellationToken), looks =>
        {
            Looks = looks;
            return Page();
        });

    /// <summary>A role, never a name.</summary>
    public static string Who(Look look) => look.Actor switch
    {
        ActorKind.Family => "You",
        ActorKind.Job or ActorKind.Cli => "The computer, by itself",
        _ => look.Role ?? "Somebody who works here",
    };
}
