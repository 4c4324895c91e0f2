using MediatR;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Features.Staff.ViewDocument;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Content.Features.Staff.TakeDownDocument;

[Needs(ContentPermissions.PublishName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Reasons =
    [
        new(nameof(TakenDownReason.PublishedInError), "It was published in error", "Its address says that the page has gone"),
        new(nameof(TakenDownReason.Merged), "Another page says it now", "Its address leads there"),
        new(nameof(TakenDownReason.Withdrawn), "It no longer holds", "It can still be read, with a notice above it, and is not found by searching"),
    ];

    public DocumentView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string Reason { get; set; } = "";

    [BindProperty]
    public string Words { get; set; } = "";

    [BindProperty]
    public string MergedInto { get; set; } = "";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new TakeDownDocument(Id, Reason, Words, MergedInto), cancellationToken),
        _ => Redirect($"/staff/content/pages/{Id}"),
        () => ShowAsync(cancellationToken));

    public async Task<IActionResult> OnPostBinAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new BinDocument(Id), cancellationToken),
        _ => Redirect("/staff/content/bin"),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ViewDocument.ViewDocument(Id, VariantKey.Full), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
