using MediatR;
using Medway.LocalOffer.Improvement.Features.Staff.SeeImprovementPart;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Improvement.Features.Staff;

/// <summary>A form about one part, which stands beside it.</summary>
internal abstract class PartPage(IMediator mediator) : PageModel
{
    public PartView View { get; private set; } = null!;

    protected IMediator Mediator { get; } = mediator;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    protected virtual async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await Mediator.Send(new SeeImprovementPart.SeeImprovementPart(id), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
