using MediatR;
using Medway.LocalOffer.Content.Features.ViewPage;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Content.Features.Staff.PreviewDraft;

[Needs(ContentPermissions.WriteName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public PageView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, string variant, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new PreviewDraft(id, variant), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
