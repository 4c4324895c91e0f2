using MediatR;
using Medway.LocalOffer.Content.Features.ViewPage;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Content.Features.OpenPreview;

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public PageView View { get; private set; } = null!;

    /// <summary>Comes before the address of each page that the link shows.</summary>
    public string Prefix { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string token, string path, CancellationToken cancellationToken)
    {
        Prefix = $"/link/preview/{token}";
        return await this.AnswerAsync(await mediator.Send(new OpenPreview(token, path), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
    }
}
