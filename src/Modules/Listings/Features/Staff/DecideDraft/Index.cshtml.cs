using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Listings.Features.Staff.DecideDraft;

[Needs(ListingsPermissions.EditRecordsName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : RecordPage
{
    [BindProperty]
    public string Decision { get; set; } = "";

    [BindProperty]
    public string? Note { get; set; }

    public DraftView Draft { get; private set; } = null!;

    public bool CanDecide => actor.May(ListingsPermissions.DecideRecords);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Outcome<Done> outcome = Decision switch
        {
            "hand-in" => await mediator.Send(new HandIn(Kind, Id, Stamp, Drop: false), cancellationToken),
            "drop" => await mediator.Send(new HandIn(Kind, Id, Stamp, Drop: true), cancellationToken),
            "approve" => await mediator.Send(new DecideDraft(Kind, Id, Stamp, Approve: true, Note ?? ""), cancellationToken),
            "return" => await mediator.Send(new DecideDraft(Kind, Id, Stamp, Approve: false, Note ?? ""), cancellationToken),
            _ => Outcome.Invalid("", "Choose what to do with this draft"),
        };

        // A new record whose draft was thrown away has no page.
        var next = Decision == "drop" ? $"/staff/listings/{Things}" : At;
        return await this.AnswerAsync(outcome, _ => LocalRedirect(next), () => ShowAsync(cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ReadDraft(Kind, Id), cancellationToken), draft =>
        {
            Draft = draft;
            return Page();
        });
}
