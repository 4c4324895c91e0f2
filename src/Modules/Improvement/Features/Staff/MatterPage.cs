using MediatR;
using Medway.LocalOffer.Improvement.Features.Staff.SeeMatter;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Improvement.Features.Staff;

/// <summary>A page about one matter.</summary>
internal abstract class MatterPage(IMediator mediator) : PageModel
{
    public MatterView View { get; private set; } = null!;

    protected IMediator Mediator { get; } = mediator;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    protected async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await Mediator.Send(new SeeMatter.SeeMatter(id), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
