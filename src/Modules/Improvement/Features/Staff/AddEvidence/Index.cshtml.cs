using MediatR;
using Medway.LocalOffer.Improvement.Features.Staff.SeeImprovementPart;
using Medway.LocalOffer.Platform.Files;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Improvement.Features.Staff.AddEvidence;

[Needs(ImprovementPermissions.UpdateName)]
[RequestSizeLimit(IFiles.LargestFile + (1024 * 1024))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public PartView View { get; private set; } = null!;

    [BindProperty]
    public new IFormFile? File { get; set; }

    [BindProperty]
    public string Claim { get; set; } = "";

    [BindProperty]
    public TypedDate ReviewOn { get; set; } = new();

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var review = ModelState.ReadDay(ReviewOn, nameof(ReviewOn));
        return ModelState.IsValid
            ? await this.AnswerAsync(
                await mediator.Send(new AddEvidence(id, Claim, review, File?.FileName ?? "", await ReadAsync(cancellationToken)), cancellationToken),
                _ => this.RedirectSaying($"/staff/improvement/parts/{id}", "The evidence is added."),
                () => ShowAsync(id, cancellationToken))
            : await this.UnreadableAsync(() => ShowAsync(id, cancellationToken));
    }

    private async Task<byte[]> ReadAsync(CancellationToken cancellationToken)
    {
        if (File is null)
        {
            return [];
        }

        using var content = new MemoryStream();
        await File.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeImprovementPart.SeeImprovementPart(id), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
