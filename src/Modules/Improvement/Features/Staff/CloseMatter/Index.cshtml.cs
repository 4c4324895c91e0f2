using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Improvement.Features.Staff.CloseMatter;

[Needs(ImprovementPermissions.CloseName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : MatterPage(mediator)
{
    [BindProperty]
    public string Words { get; set; } = "";

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) => await this.AnswerAsync(
        await Mediator.Send(new CloseMatter(id, Words), cancellationToken),
        _ => this.RedirectSaying($"/staff/improvement/matters/{id}", "It is closed, and stays readable."),
        () => ShowAsync(id, cancellationToken));
}
