using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Messaging.Features.Staff.ViewTemplate;

[Needs(MessagingPermissions.WriteTemplatesName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public string Decision { get; set; } = "";

    public TemplateView View { get; private set; } = null!;

    public bool MayApprove(Guid? writtenBy) => actor.May(MessagingPermissions.ApproveTemplates) && writtenBy != actor.AccountId;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync<Done>(
        await mediator.Send(new DecideVersion(Id, Version, Decision == "approve"), cancellationToken),
        _ => LocalRedirect($"/staff/messaging/templates/{Id}"),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ViewTemplate(Id), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
