using MediatR;
using Medway.LocalOffer.Ehcp.Features.Staff.ChaseAdvice;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.AskAdviser;

[Needs(EhcpPermissions.RecordName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "eventId")]
    public Guid EventId { get; set; }

    [BindProperty]
    public string Email { get; set; } = "";

    public AdviceView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new AskAdviser(Id, EventId, Email), cancellationToken),
        _ => this.RedirectSaying("/staff/ehcp/advice", "They see it in My work when they sign in. The limit has not moved."),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeAdvice(Id, EventId), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
