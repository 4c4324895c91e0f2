using MediatR;
using Medway.LocalOffer.Improvement.Voices;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Improvement.Features.Staff;

/// <summary>A page about the co-production charter.</summary>
internal abstract class CharterPage(IMediator mediator) : PageModel
{
    protected const string Address = "/staff/improvement/charter";

    /// <summary>Null when none was agreed.</summary>
    public CharterState? State { get; private set; }

    protected IMediator Mediator { get; } = mediator;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    protected async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await Mediator.Send(new SeeCharter.SeeCharter(), cancellationToken), view =>
        {
            State = view.State;
            return Page();
        });
}
