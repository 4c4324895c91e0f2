using MediatR;
using Medway.LocalOffer.CoDesign.Features.ViewPanel;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.CoDesign.Features;

/// <summary>One published round, in any of its ways.</summary>
internal abstract class PanelView(IMediator mediator) : PageModel
{
    public ShownPanel Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ViewPanel.ViewPanel(slug), cancellationToken), shown =>
        {
            Shown = shown;
            return Page();
        });
}
