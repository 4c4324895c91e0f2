using MediatR;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Features.Staff.ViewDocument;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Content.Features.Staff.MoveDocument;

[Needs(ContentPermissions.ArrangeName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public DocumentView View { get; private set; } = null!;

    /// <summary>What would happen, to be confirmed.</summary>
    public Moved? Planned { get; private set; }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string ParentPath { get; set; } = "";

    [BindProperty]
    public string Slug { get; set; } = "";

    [BindProperty]
    public bool Confirmed { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var shown = await ShowAsync(cancellationToken);
        if (View is not null)
        {
            Slug = View.Document.Slug;
            ParentPath = View.Document.Kind.IsInTree() ? View.Document.Path[..View.Document.Path.LastIndexOf('/')] : "";
        }

        return shown;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new MoveDocument(Id, ParentPath, Slug, Confirmed), cancellationToken);
        if (outcome.IsOk && !outcome.Value.IsDone)
        {
            Planned = outcome.Value;
            return await ShowAsync(cancellationToken);
        }

        return await this.AnswerAsync(outcome, _ => Redirect($"/staff/content/pages/{Id}"), () => ShowAsync(cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ViewDocument.ViewDocument(Id, VariantKey.Full), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
