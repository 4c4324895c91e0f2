using MediatR;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.CoDesign.Features.Staff.SeeGroup;

/// <summary>Cards and links are shown in the answer to the press that made them: they are kept nowhere, so no later page can show them.</summary>
[Needs(CoDesignPermissions.RunName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public SeenGroup Seen { get; private set; } = null!;

    public IReadOnlyList<PrintedCard> Made { get; private set; } = [];

    public string? Link { get; private set; }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string Count { get; set; } = "";

    [BindProperty]
    public Guid ReviewerId { get; set; }

    [BindProperty]
    public string Change { get; set; } = "";

    public string PanelAddress => $"{Request.Scheme}://{Request.Host}/panel";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostCardsAsync(CancellationToken cancellationToken) =>
        await ShowMadeAsync(await mediator.Send(new MakeCards(Id, int.TryParse(Count.Trim(), out var count) ? count : 0), cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostChangeAsync(CancellationToken cancellationToken) =>
        await ShowMadeAsync(await mediator.Send(new ChangeCard(ReviewerId, Change), cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostLinkAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new MakeGroupLink(Id), cancellationToken);
        Link = outcome.IsOk ? $"{PanelAddress}/group/{outcome.Value}" : null;
        return outcome.IsOk ? await ShowAsync(cancellationToken) : await this.AnswerAsync(outcome, _ => Page(), () => ShowAsync(cancellationToken));
    }

    private async Task<IActionResult> ShowMadeAsync(Outcome<IReadOnlyList<PrintedCard>> outcome, CancellationToken cancellationToken)
    {
        Made = outcome.IsOk ? outcome.Value : [];
        return outcome.IsOk ? await ShowAsync(cancellationToken) : await this.AnswerAsync(outcome, _ => Page(), () => ShowAsync(cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeGroup(Id), cancellationToken), seen =>
        {
            Seen = seen;
            return Page();
        });
}
