using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Improvement.Features.Staff.KeepPage;

[Needs(ImprovementPermissions.UpdateName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PartPage(mediator)
{
    [BindProperty]
    public string Address { get; set; } = "";

    [BindProperty]
    public string Claim { get; set; } = "";

    [BindProperty]
    public TypedDate ReviewOn { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var review = ModelState.ReadDay(ReviewOn, nameof(ReviewOn));
        return ModelState.IsValid
            ? await this.AnswerAsync(
                await Mediator.Send(new KeepPage(id, Address, Claim, review), cancellationToken),
                _ => this.RedirectSaying($"/staff/improvement/parts/{id}", "The page is kept as it is today."),
                () => ShowAsync(id, cancellationToken))
            : await this.UnreadableAsync(() => ShowAsync(id, cancellationToken));
    }
}
