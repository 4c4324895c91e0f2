using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Improvement.Features.Staff.AddMatterNote;

[Needs(ImprovementPermissions.RaiseName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : MatterPage(mediator)
{
    [BindProperty]
    public string Words { get; set; } = "";

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) => await this.AnswerAsync(
        await Mediator.Send(new AddMatterNote(id, Words), cancellationToken),
        _ => this.RedirectSaying($"/staff/improvement/matters/{id}", "It is written down."),
        () => ShowAsync(id, cancellationToken));
}
