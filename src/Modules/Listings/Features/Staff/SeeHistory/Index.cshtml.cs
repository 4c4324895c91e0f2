using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Listings.Features.Staff.SeeHistory;

[Needs(ListingsPermissions.ReadRecordsName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : RecordPage
{
    [BindProperty]
    public Guid Version { get; set; }

    public HistoryView History { get; private set; } = null!;

    public bool CanEdit => actor.May(ListingsPermissions.EditRecords);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new RestoreVersion(Kind, Id, Version, Stamp), cancellationToken),
        _ => LocalRedirect(At + "/draft"),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeHistory(Kind, Id), cancellationToken), history =>
        {
            History = history;
            return Page();
        });
}
