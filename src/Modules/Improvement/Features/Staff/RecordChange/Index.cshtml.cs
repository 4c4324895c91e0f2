using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Improvement.Features.Staff.RecordChange;

[Needs(VoicePermissions.KeepName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : EngagementPage(mediator)
{
    [BindProperty]
    public string Words { get; set; } = "";

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) => await this.AnswerAsync(
        await Mediator.Send(new RecordChange(id, Words), cancellationToken),
        _ => this.RedirectSaying($"/staff/improvement/engagement/{id}", "It is written down, and stays as it is."),
        () => ShowAsync(id, cancellationToken));
}
