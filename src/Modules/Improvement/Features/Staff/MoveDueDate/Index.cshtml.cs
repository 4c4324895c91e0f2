using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Improvement.Features.Staff.MoveDueDate;

[Needs(ImprovementPermissions.UpdateName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PartPage(mediator)
{
    [BindProperty]
    public TypedDate To { get; set; } = new();

    [BindProperty]
    public string Reason { get; set; } = "";

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var to = ModelState.ReadDay(To, nameof(To));
        return ModelState.IsValid
            ? await this.AnswerAsync(
                await Mediator.Send(new MoveDueDate(id, to, Reason), cancellationToken),
                _ => this.RedirectSaying($"/staff/improvement/parts/{id}", "The date is moved. The first one stays beside it."),
                () => ShowAsync(id, cancellationToken))
            : await this.UnreadableAsync(() => ShowAsync(id, cancellationToken));
    }
}
