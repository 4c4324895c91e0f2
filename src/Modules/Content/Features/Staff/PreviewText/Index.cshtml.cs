using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Features.ViewPage;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Content.Features.Staff.PreviewText;

[Needs(ContentPermissions.WriteName)]
[RequestSizeLimit(Limits.Form)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public PageView View { get; private set; } = null!;

    /// <summary>Somebody came back to this address: there is nothing to show without the form.</summary>
    public IActionResult OnGet(Guid id, string variant) => Redirect($"/staff/content/pages/{id}/edit/{Uri.EscapeDataString(variant)}");

    public async Task<IActionResult> OnPostAsync(
        Guid id, string variant, [FromForm] string? title, [FromForm] string? summary, [FromForm] string? body, CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new PreviewText(id, variant, title ?? "", summary ?? "", (body ?? "").ReplaceLineEndings("\n")), cancellationToken),
        view =>
        {
            View = view;
            return Page();
        });
}
