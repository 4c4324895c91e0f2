using System.Globalization;
using MediatR;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Content.Features.Staff.ViewDocument;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Content.Features.Staff.ArrangeDocument;

[Needs(ContentPermissions.ArrangeName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, IStaffNames names) : PageModel
{
    public DocumentView View { get; private set; } = null!;

    /// <summary>Name of the colleague who is reminded now; null when nobody is.</summary>
    public string? Reminded { get; private set; }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string Owner { get; set; } = "";

    [BindProperty]
    public string OwnerEmail { get; set; } = "";

    [BindProperty]
    public string OwnerMailbox { get; set; } = "";

    [BindProperty]
    public TypedDate NextCheckOn { get; set; } = new();

    [BindProperty]
    public string CheckMonths { get; set; } = "";

    [BindProperty]
    public string Position { get; set; } = "";

    [BindProperty]
    public bool InMenu { get; set; }

    [BindProperty]
    public string Icon { get; set; } = "";

    [BindProperty]
    public string Also { get; set; } = "";

    [BindProperty]
    public string ReadingAgeReason { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var shown = await ShowAsync(cancellationToken);
        if (View is not null)
        {
            var document = View.Document;
            Owner = document.Owner;
            OwnerMailbox = document.OwnerMailbox ?? "";
            NextCheckOn = TypedDate.Of(document.NextCheckOn);
            CheckMonths = document.CheckMonths.ToString(CultureInfo.InvariantCulture);
            Position = document.Position.ToString(CultureInfo.InvariantCulture);
            InMenu = document.InMenu;
            Icon = document.Icon ?? "";
            Also = document.Also ?? "";
            ReadingAgeReason = document.ReadingAgeReason ?? "";
        }

        return shown;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(
            new ArrangeDocument(Id, Owner, OwnerEmail, OwnerMailbox.Trim(), NextCheckOn.Read(), Number(CheckMonths), Number(Position), InMenu, Icon, Also, ReadingAgeReason), cancellationToken),
        _ => Redirect($"/staff/content/pages/{Id}"),
        () => ShowAsync(cancellationToken));

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new ConfirmDocument(Id), cancellationToken),
        _ => Redirect($"/staff/content/pages/{Id}"),
        () => ShowAsync(cancellationToken));

    private static int Number(string typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new ViewDocument.ViewDocument(Id, VariantKey.Full), cancellationToken);
        if (outcome.IsOk && outcome.Value.Document.OwnerAccountId?.ToString("D") is { } id)
        {
            Reminded = (await names.OfAsync([id], cancellationToken)).GetValueOrDefault(id);
        }

        return await this.AnswerAsync(outcome, view =>
        {
            View = view;
            return Page();
        });
    }
}
