using System.Globalization;
using MediatR;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Records;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Listings.Features.Staff.WritePlace;

/// <summary>Also at <c>/staff/listings/places/new</c>, without an id.</summary>
[Needs(ListingsPermissions.EditRecordsName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public string Stamp { get; set; } = "";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Town { get; set; }

    [BindProperty]
    public string? Postcode { get; set; }

    [BindProperty]
    public string? Latitude { get; set; }

    [BindProperty]
    public string? Longitude { get; set; }

    [BindProperty]
    public Dictionary<string, string> Facts { get; set; } = [];

    [BindProperty]
    public Dictionary<string, string> Notes { get; set; } = [];

    public FormParts Parts { get; private set; } = null!;

    public FactFields FactFields => new(Facts, Notes);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ReadForm(RecordKind.Place, Id), cancellationToken), parts =>
        {
            Parts = parts;
            Stamp = parts.Stamp;
            if (parts.Document is PlaceDocument place)
            {
                (Name, Address, Town, Postcode) = (place.Name, place.Address, place.Town, place.Postcode);
                Latitude = place.Latitude?.ToString(CultureInfo.InvariantCulture);
                Longitude = place.Longitude?.ToString(CultureInfo.InvariantCulture);
                (Facts, Notes) = FactFields.Of(place.Facts);
            }

            return Page();
        });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var document = new PlaceDocument
        {
            Name = Typed.Text(Name),
            Address = Typed.Text(Address),
            Town = Typed.Text(Town),
            Postcode = Typed.Text(Postcode)?.ToUpperInvariant(),
            Latitude = Typed.Degrees(ModelState, nameof(Latitude), Latitude),
            Longitude = Typed.Degrees(ModelState, nameof(Longitude), Longitude),
            Facts = Typed.Facts(ModelState, Facts, Notes),
        };
        if (!ModelState.IsValid)
        {
            return await this.UnreadableAsync(() => ShowAgainAsync(null, cancellationToken));
        }

        var outcome = await mediator.Send(new SaveDraft(Id, document, Stamp), cancellationToken);
        return await this.AnswerAsync(
            outcome,
            id => LocalRedirect(RecordThings.At(RecordKind.Place, id) + "/draft"),
            () => ShowAgainAsync(outcome.Kind == OutcomeKind.Conflict ? document : null, cancellationToken));
    }

    private async Task<IActionResult> ShowAgainAsync(PlaceDocument? mine, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ReadForm(RecordKind.Place, Id, mine), cancellationToken), parts =>
        {
            Parts = parts;
            Stamp = mine is null ? Stamp : parts.Stamp;
            return Page();
        });
}
