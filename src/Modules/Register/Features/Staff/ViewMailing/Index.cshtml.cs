using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Register.Features.Staff.ViewMailing;

[Needs(RegisterPermissions.MailName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Decisions = [new("send", "Send it"), new("drop", "Drop it. Nothing is sent")];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string Decision { get; set; } = "";

    public MailingView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new DecideMailing(Id, Decision switch { "send" => true, "drop" => false, _ => null }), cancellationToken),
        asked => this.RedirectSaying($"/staff/register/mailings/{Id}", Decision == "send" ? $"{asked} messages are on their way." : "Nothing is sent."),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ViewMailing(Id), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
