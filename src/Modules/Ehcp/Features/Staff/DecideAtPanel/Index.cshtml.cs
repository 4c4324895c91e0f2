using MediatR;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Staff.SeeEhcPanel;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.DecideAtPanel;

[Needs(EhcpPermissions.HoldPanelsName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "itemId")]
    public Guid ItemId { get; set; }

    [BindProperty]
    public string Outcome { get; set; } = "";

    [BindProperty]
    public string Reasons { get; set; } = "";

    [BindProperty]
    public TypedDate ToldOn { get; set; } = new();

    public PanelView View { get; private set; } = null!;

    public PanelItemRow Item { get; private set; } = null!;

    public string At => $"/staff/ehcp/panels/{Id}";

    public bool IsToldToTheFamily => PanelRules.OutcomesOf(View.Panel.Kind).Any(PanelRules.IsToldToTheFamily);

    public IReadOnlyList<Choice> Outcomes => [.. PanelRules.OutcomesOf(View.Panel.Kind).Select(outcome => new Choice($"{outcome}", PanelWords.Of(outcome)))];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var told = ModelState.ReadDay(ToldOn, nameof(ToldOn));
        var shown = await ShowAsync(cancellationToken);
        if (shown is not PageResult)
        {
            return shown;
        }

        if (!ModelState.IsValid)
        {
            return await this.UnreadableAsync(() => Task.FromResult(shown));
        }

        return await this.AnswerAsync(
            await mediator.Send(new DecideAtPanel(Id, ItemId, Item.RecordId, TypedDates.Choice<PanelOutcome>(Outcome), Reasons, told), cancellationToken),
            _ => this.RedirectSaying(At, "What the panel said is written down, and the dates are worked out again."));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeEhcPanel.SeeEhcPanel(Id), cancellationToken), view =>
        {
            View = view;
            if (view.Items.FirstOrDefault(item => item.Id == ItemId) is not { } item)
            {
                return NotFound();
            }

            Item = item;

            // Whoever wrote reasons while somebody else wrote theirs reads so beside their own words.
            return HttpMethods.IsPost(Request.Method) ? Page()
                : item.Outcome is not null ? this.RedirectSaying(At, "That has been written down already.")
                : view.Missing is not null ? this.RedirectSaying(At, "Write down who came to the panel first.")
                : Page();
        });
}
