using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Messaging.Features.Staff.ViewMessage;

[Needs(MessagingPermissions.ReadLedgerName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string Reason { get; set; } = "";

    [BindProperty]
    public string Decision { get; set; } = "";

    public MessageView View { get; private set; } = null!;

    public bool MayDecide => actor.May(MessagingPermissions.Decide);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync<Done>(
        await mediator.Send(new DecideMessage(Id, Decision == "again", Reason), cancellationToken),
        _ => LocalRedirect($"/staff/messaging/messages/{Id}"),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ViewMessage(Id), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
