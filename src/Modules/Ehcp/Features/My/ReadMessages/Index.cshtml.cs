using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.My.ReadMessages;

[Needs(EhcpPermissions.OwnName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    public const string At = "/my/ehc-plan/messages";

    [BindProperty]
    public Guid Id { get; set; }

    public bool MayAsk => actor.May(EhcpPermissions.Ask);

    public OwnMessages View { get; private set; } = new(DocumentsAnswer.Open, []);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ReadMessages(), cancellationToken), view =>
        {
            View = view;
            return Page();
        });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ConfirmMessage(Id), cancellationToken), answer =>
            answer == DocumentsAnswer.Open ? this.RedirectSaying(At, "Thank you. We know now that you have it.") : this.ToDoor(answer));
}
