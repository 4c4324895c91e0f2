using MediatR;
using Medway.LocalOffer.Improvement.Features.Staff.SeeOneEngagement;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Improvement.Features.Staff;

/// <summary>A page about one time that a group was asked.</summary>
internal abstract class EngagementPage(IMediator mediator) : PageModel
{
    public OneEngagement View { get; private set; } = null!;

    protected IMediator Mediator { get; } = mediator;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    protected async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await Mediator.Send(new SeeOneEngagement.SeeOneEngagement(id), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
