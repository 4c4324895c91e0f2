using MediatR;
using Medway.LocalOffer.Platform.Files;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Improvement.Features.Staff.AddEvidence;

[Needs(ImprovementPermissions.UpdateName)]
[RequestSizeLimit(IFiles.LargestFile + (1024 * 1024))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PartPage(mediator)
{
    [BindProperty]
    public new IFormFile? File { get; set; }

    [BindProperty]
    public string Claim { get; set; } = "";

    [BindProperty]
    public TypedDate ReviewOn { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var file = File?.OpenReadStream();
        var review = ModelState.ReadDay(ReviewOn, nameof(ReviewOn));
        return ModelState.IsValid
            ? await this.AnswerAsync(
                await Mediator.Send(new AddEvidence(id, Claim, review, File?.FileName ?? "", file), cancellationToken),
                _ => this.RedirectSaying($"/staff/improvement/parts/{id}", "The evidence is added."),
                () => ShowAsync(id, cancellationToken))
            : await this.UnreadableAsync(() => ShowAsync(id, cancellationToken));
    }
}
