using MediatR;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Features.Staff.ViewDocument;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
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

    public const string Later = "later";

    /// <summary>Now, or at a time to come.</summary>
    public static readonly IReadOnlyList<Choice> Times = [new("now", "Now"), new(Later, "At a time to come")];

    public DocumentView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string Reason { get; set; } = "";

    [BindProperty]
    public string Words { get; set; } = "";

    [BindProperty]
    public string MergedInto { get; set; } = "";

    [BindProperty]
    public string When { get; set; } = "now";

    [BindProperty]
    public TypedDate On { get; set; } = new();

    [BindProperty]
    public string At { get; set; } = "";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await TakeDownAsync(cancellationToken),
        _ => Redirect($"/staff/content/pages/{Id}"),
        () => ShowAsync(cancellationToken));

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new KeepUp(Id), cancellationToken),
        _ => Redirect($"/staff/content/pages/{Id}"),
        () => ShowAsync(cancellationToken));

    public async Task<IActionResult> OnPostBinAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new BinDocument(Id), cancellationToken),
        _ => Redirect("/staff/content/bin"),
        () => ShowAsync(cancellationToken));

    /// <summary>A day beside "now" was meant for later: nothing is taken down by mistake.</summary>
    private async Task<Outcome<Done>> TakeDownAsync(CancellationToken cancellationToken) =>
        When == Later ? await mediator.Send(new PlanTakeDown(Id, Reason, Words, MergedInto, On.Read(), At), cancellationToken)
        : !On.IsEmpty || At.Trim().Length > 0 ? Outcome.Invalid(nameof(When), "You wrote a day or a time. Choose “At a time to come”, or empty them")
        : await mediator.Send(new TakeDownDocument(Id, Reason, Words, MergedInto), cancellationToken);

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ViewDocument.ViewDocument(Id, VariantKey.Full), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
