using System.Globalization;
using MediatR;
using Medway.LocalOffer.Content.Data;
using Medway.LocalOffer.Content.Features.Staff.ViewDocument;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Content.Features.Staff.ShareDraft;

[Needs(ContentPermissions.WriteName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public DocumentView View { get; private set; } = null!;

    /// <summary>Whole address of the link that was just made; it cannot be shown again.</summary>
    public string? Made { get; private set; }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Variant { get; set; } = "";

    [BindProperty]
    public string Days { get; set; } = "14";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken) => MakeAsync(new MakePreviewLink(Id, Variant, Number), cancellationToken);

    public Task<IActionResult> OnPostFactCheckAsync(CancellationToken cancellationToken) =>
        MakeAsync(new AskCheck(Id, Variant, nameof(AskedKind.FactCheck), Number), cancellationToken);

    public Task<IActionResult> OnPostStillRightAsync(CancellationToken cancellationToken) =>
        MakeAsync(new AskCheck(Id, Variant, nameof(AskedKind.StillRight), Number), cancellationToken);

    public async Task<IActionResult> OnPostCancelAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new CancelPreviewLink(Id), cancellationToken),
        _ => Redirect($"/staff/content/pages/{Id}?variant={Variant}"));

    private int Number => int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : 0;

    private async Task<IActionResult> MakeAsync(Platform.Mediation.ICommand<string> command, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(command, cancellationToken);
        Made = outcome.IsOk ? $"{Request.Scheme}://{Request.Host}{outcome.Value}" : null;
        return outcome.IsOk ? await ShowAsync(cancellationToken) : await this.AnswerAsync(outcome, _ => Page(), () => ShowAsync(cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ViewDocument.ViewDocument(Id, Variant), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
