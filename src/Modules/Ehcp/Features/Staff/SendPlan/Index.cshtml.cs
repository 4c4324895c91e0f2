using MediatR;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Plans;
using Medway.LocalOffer.Ehcp.Features.Staff.SeePlan;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SendPlan;

[Needs(EhcpPermissions.WritePlansName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty]
    public string Kind { get; set; } = "";

    [BindProperty]
    public TypedDate On { get; set; } = new();

    [BindProperty]
    public string SentBy { get; set; } = "";

    public PlanView View { get; private set; } = null!;

    public string At => $"/staff/ehcp/records/{Id}/plan";

    public IReadOnlyList<Choice> Kinds => [.. View.Sendable.Select(kind => new Choice($"{kind}", PlanWords.Of(kind)))];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var on = ModelState.ReadDay(On, nameof(On));
        if (!ModelState.IsValid)
        {
            return await this.UnreadableAsync(() => ShowAsync(cancellationToken));
        }

        return await this.AnswerAsync(
            await mediator.Send(new SendPlan(Id, TypedDates.Choice<EventKind>(Kind), on, TypedDates.Choice<SentBy>(SentBy)), cancellationToken),
            _ => this.RedirectSaying(At, "It is sent, and the family can read it. The dates are worked out again."),
            () => ShowAsync(cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeePlan.SeePlan(Id), cancellationToken), view =>
        {
            View = view;
            return view.IsBeingWritten && view.Sendable.Count > 0 ? Page() : this.RedirectSaying(At, "There is nothing to send at this step.");
        });
}
