using MediatR;
using Medway.LocalOffer.Improvement.Features.Staff.SeeKpi;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Improvement.Features.Staff;

/// <summary>A page about one number.</summary>
internal abstract class KpiPage(IMediator mediator) : PageModel
{
    public KpiView View { get; private set; } = null!;

    protected IMediator Mediator { get; } = mediator;

    protected async Task<IActionResult> ShowAsync(string code, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await Mediator.Send(new SeeKpi.SeeKpi(code), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
