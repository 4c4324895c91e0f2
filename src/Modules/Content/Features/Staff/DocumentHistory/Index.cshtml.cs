using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Content.Features.Staff.DocumentHistory;

[Needs(ContentPermissions.WriteName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public HistoryView History { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Variant { get; set; } = "";

    [BindProperty]
    public int Number { get; set; }

    public Task<IActionResult> OnGetAsync(int? before, int? after, CancellationToken cancellationToken) => ShowAsync(before, after, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new RestoreRevision(Id, Variant, Number), cancellationToken),
        _ => Redirect($"/staff/content/pages/{Id}?variant={Variant}"),
        () => ShowAsync(null, null, cancellationToken));

    private async Task<IActionResult> ShowAsync(int? before, int? after, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeHistory(Id, Variant, before, after), cancellationToken), history =>
        {
            History = history;
            return Page();
        });
}
