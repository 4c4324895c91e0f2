using MediatR;
using Medway.LocalOffer.Ehcp.Features.Staff.SeeEhcPanel;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.AddToPanel;

[Needs(EhcpPermissions.HoldPanelsName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty]
    public string RecordId { get; set; } = "";

    public PanelView View { get; private set; } = null!;

    public string At => $"/staff/ehcp/panels/{Id}";

    public IReadOnlyList<Choice> Candidates =>
        [.. View.CanBeAdded.Select(row => new Choice($"{row.RecordId}", $"{row.Reference}, received {row.ReceivedOn.Short()}: {EhcpWords.Of(row.Stage)}"))];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(RecordId, out var record))
        {
            ModelState.AddModelError(nameof(RecordId), "Choose a request");
            return await this.UnreadableAsync(() => ShowAsync(cancellationToken));
        }

        return await this.AnswerAsync(
            await mediator.Send(new AddToPanel(Id, record), cancellationToken), _ => this.RedirectSaying(At, "The request is on the panel."), () => ShowAsync(cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeEhcPanel.SeeEhcPanel(Id), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
