using MediatR;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.My.ReadPlan;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.My.AnswerPlan;

[Needs(EhcpPermissions.AnswerPlansName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private const string Yes = "Yes";

    [BindProperty(SupportsGet = true, Name = "planId")]
    public Guid PlanId { get; set; }

    [BindProperty]
    public string Reply { get; set; } = "";

    [BindProperty]
    public string Words { get; set; } = "";

    [BindProperty]
    public string School { get; set; } = "";

    [BindProperty]
    public IReadOnlyList<string> Meet { get; set; } = [];

    public OwnPlan Plan { get; private set; } = null!;

    public string At => $"/my/documents/ehc-plan/{PlanId}";

    public static IReadOnlyList<Choice> Meeting => [new(Yes, "Yes, I would like to meet you")];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(isTyped: false, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var shown = await ShowAsync(isTyped: true, cancellationToken);
        return shown is PageResult
            ? await this.AnswerAsync(
                await mediator.Send(new AnswerPlan(PlanId, TypedDates.Choice<PlanReply>(Reply), Words, School, Meet.Contains(Yes)), cancellationToken),
                _ => this.RedirectSaying(At, "Thank you. We have what you told us, and your SEND officer reads it."))
            : shown;
    }

    /// <param name="isTyped">Somebody has written an answer: it is kept before their eyes, also when it comes too late.</param>
    private async Task<IActionResult> ShowAsync(bool isTyped, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ReadOwnPlan(PlanId), cancellationToken), page =>
        {
            if (page.Plan is not { } plan)
            {
                return this.ToDoor(page.Door);
            }

            Plan = plan;
            return plan.MayAnswer || isTyped ? Page() : this.RedirectSaying(At, "This plan cannot be answered here. Please call us.");
        });
}
