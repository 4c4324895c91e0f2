using MediatR;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Features.Staff.ReadListing;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Listings.Features.Staff.CheckService;

[Needs(ListingsPermissions.EditRecordsName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string Do { get; set; } = "";

    [BindProperty]
    public string? How { get; set; }

    public RecordView Record { get; private set; } = null!;

    public ServiceCare Care => Record.Care!;

    public bool CanDecide => actor.May(ListingsPermissions.DecideRecords);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Outcome<Done> outcome = Do == "confirm"
            ? await mediator.Send(new ConfirmByStaff(Id, How ?? ""), cancellationToken)
            : await mediator.Send(new CareFor(Id, Do), cancellationToken);
        return await this.AnswerAsync(outcome, _ => LocalRedirect(RecordThings.At(RecordKind.Service, Id)), () => ShowAsync(cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ReadListing.ReadListing(RecordKind.Service, Id), cancellationToken), record =>
        {
            if (record is not { State: RecordState.Live, Care: not null })
            {
                return NotFound();
            }

            Record = record;
            return Page();
        });
}
