using MediatR;
using Medway.LocalOffer.Ehcp.Features.Plans;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeePlan;

[Needs(EhcpPermissions.ReadPlansName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    /// <summary>Number of one text; what is no number shows the newest.</summary>
    [BindProperty(SupportsGet = true, Name = "text")]
    public string? Text { get; set; }

    /// <summary>Help that somebody does not give any more; nothing begins the next text.</summary>
    [BindProperty]
    public Guid? DeliveryId { get; set; }

    public PlanView View { get; private set; } = null!;

    public string Record => $"/staff/ehcp/records/{Id}";

    public string At => $"{Record}/plan";

    public bool MayWrite => actor.May(EhcpPermissions.WritePlans);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => DeliveryId is { } delivery
        ? await this.AnswerAsync(await mediator.Send(new EndDelivery(Id, delivery), cancellationToken), _ => this.RedirectSaying(At, "They cannot read it any more."), () => ShowAsync(cancellationToken))
        : await this.AnswerAsync(await mediator.Send(new StartPlan(Id), cancellationToken), _ => this.RedirectSaying(At, "Write each section. Nobody else reads it until you send it."), () => ShowAsync(cancellationToken));

    public static string NameOf(ReadPlan plan) => $"Text {plan.Plan.Number}: {StateOf(plan)}";

    private static string StateOf(ReadPlan plan) => plan switch
    {
        { Sent: { } sent } => PlanWords.Of(sent.Kind),
        { Plan.EventId: null } => "being written",
        _ => "sending was taken back",
    };

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeePlan(Id, int.TryParse(Text, out var number) ? number : null), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
