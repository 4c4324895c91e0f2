using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Content.Features.Staff.EditMedia;

[Needs(ContentPermissions.WriteName)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public MediaView View { get; private set; } = null!;

    public string? Said { get; private set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Alt { get; set; } = "";

    [BindProperty]
    public string? Decorative { get; set; }

    [BindProperty]
    public string Owner { get; set; } = "";

    [BindProperty]
    public string Source { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, string? added, string? saved, CancellationToken cancellationToken)
    {
        Said = added is "1" ? "It is added. You can use it on pages now." : saved is "1" ? "Saved." : null;
        return await ShowAsync(id, fill: true, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new ChangeMedia(id, Version, Name, Alt, Decorative is not null, Owner, Source), cancellationToken),
        _ => Redirect($"/staff/content/media/{id}?saved=1"),
        () => ShowAsync(id, fill: false, cancellationToken));

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        // The button sends nothing else: what the other form holds is shown as it is stored.
        ModelState.Clear();
        return await this.AnswerAsync(
            await mediator.Send(new DeleteMedia(id), cancellationToken),
            _ => Redirect("/staff/content/media?deleted=1"),
            () => ShowAsync(id, fill: true, cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(Guid id, bool fill, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ViewMedia(id), cancellationToken), view =>
        {
            View = view;

            // After a conflict the next save has seen what is there now.
            Version = view.Item.Version;
            if (fill)
            {
                Name = view.Item.Name;
                Alt = view.Item.Alt ?? "";
                Decorative = view.Item.IsDecorative ? "yes" : null;
                Owner = view.Item.Owner;
                Source = view.Item.Source;
            }

            return Page();
        });
}
