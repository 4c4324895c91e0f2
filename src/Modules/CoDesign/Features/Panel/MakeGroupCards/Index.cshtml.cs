using MediatR;
using Medway.LocalOffer.CoDesign.Flow;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.CoDesign.Features.Panel.MakeGroupCards;

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, PanelLimit limit) : PageModel
{
    public LinkedGroup Linked { get; private set; } = null!;

    public IReadOnlyList<PrintedCard> Made { get; private set; } = [];

    [BindProperty]
    public string Count { get; set; } = "";

    public string PanelAddress => $"{Request.Scheme}://{Request.Host}/panel";

    public Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken) => ShowAsync(token, cancellationToken);

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        if (!limit.Allows(HttpContext))
        {
            return await ShowAsync(token, cancellationToken) is PageResult ? await this.TooOftenAsync() : NotFound();
        }

        var outcome = await mediator.Send(new MakeGroupCards(token, int.TryParse(Count.Trim(), out var count) ? count : 0), cancellationToken);
        if (!outcome.IsOk)
        {
            return await this.AnswerAsync(outcome, _ => Page(), () => ShowAsync(token, cancellationToken));
        }

        // Shown in the answer to the press itself: the words are nowhere else, so no later page could show them.
        Made = outcome.Value;
        return await ShowAsync(token, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(string token, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new SeeGroupLink(token), cancellationToken);
        if (outcome.Kind != OutcomeKind.Ok)
        {
            return NotFound();
        }

        Linked = outcome.Value;
        return Page();
    }
}
