using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.ChaseAdvice;

[Needs(EhcpPermissions.RecordName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "eventId")]
    public Guid EventId { get; set; }

    [BindProperty]
    public string How { get; set; } = "";

    [BindProperty]
    public TypedDate On { get; set; } = new();

    [BindProperty]
    public TypedDate PromisedFor { get; set; } = new();

    [BindProperty]
    public string Answer { get; set; } = "";

    public AdviceView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (on, promised) = (ModelState.ReadDay(On, nameof(On)), ModelState.ReadDay(PromisedFor, nameof(PromisedFor)));
        if (!ModelState.IsValid)
        {
            return await this.UnreadableAsync(() => ShowAsync(cancellationToken));
        }

        return await this.AnswerAsync(
            await mediator.Send(new ChaseAdvice(Id, EventId, TypedDates.Choice<ChasedBy>(How), on, promised, Answer), cancellationToken),
            _ => this.RedirectSaying("/staff/ehcp/advice", "It is written down. The limit has not moved."),
            () => ShowAsync(cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeAdvice(Id, EventId), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
