using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Improvement.Features.Staff.CommentOnPart;

[Needs(ImprovementPermissions.RaiseName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PartPage(mediator)
{
    [BindProperty]
    public string Words { get; set; } = "";

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) => await this.AnswerAsync(
        await Mediator.Send(new CommentOnPart(id, Words), cancellationToken),
        _ => this.RedirectSaying($"/staff/improvement/parts/{id}", "Your comment is there for everybody of the partnership."),
        () => ShowAsync(id, cancellationToken));
}
