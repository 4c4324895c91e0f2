using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Improvement.Features.Staff.TakeDownProgress;

[Needs(ImprovementPermissions.PublishName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PartPage(mediator)
{
    [BindProperty]
    public string Reason { get; set; } = "";

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) => await this.AnswerAsync(
        await Mediator.Send(new TakeDownProgress(id, Reason), cancellationToken),
        _ => this.RedirectSaying("/staff/improvement/public", "It is off the public page."),
        () => ShowAsync(id, cancellationToken));
}
