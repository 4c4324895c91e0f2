using MediatR;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Records;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Listings.Features.Staff.WriteOrganisation;

/// <summary>Also at <c>/staff/listings/organisations/new</c>, without an id.</summary>
[Needs(ListingsPermissions.EditRecordsName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public string Stamp { get; set; } = "";

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Slug { get; set; } = "";

    [BindProperty]
    public string? Description { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Website { get; set; }

    public FormParts Parts { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ReadForm(RecordKind.Organisation, Id), cancellationToken), parts =>
        {
            Parts = parts;
            Stamp = parts.Stamp;
            if (parts.Document is OrganisationDocument organisation)
            {
                (Name, Slug, Description) = (organisation.Name, organisation.Slug, organisation.Description);
                (Phone, Email, Website) = (organisation.Phone, organisation.Email, organisation.Website);
            }

            return Page();
        });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var document = new OrganisationDocument
        {
            Name = Typed.Text(Name) ?? "",
            Slug = Typed.Text(Slug) ?? NaturalKey.Slug(Name ?? ""),
            Description = Typed.Text(Description),
            Phone = Typed.Text(Phone),
            Email = Typed.Text(Email),
            Website = Typed.Text(Website),
        };
        var outcome = await mediator.Send(new SaveDraft(Id, document, Stamp), cancellationToken);
        return await this.AnswerAsync(
            outcome,
            id => LocalRedirect(RecordThings.At(RecordKind.Organisation, id) + "/draft"),
            () => ShowAgainAsync(outcome.Kind == OutcomeKind.Conflict ? document : null, cancellationToken));
    }

    /// <param name="mine">When somebody was faster: what was typed, beside what stands. Saving again is then a choice.</param>
    private async Task<IActionResult> ShowAgainAsync(OrganisationDocument? mine, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ReadForm(RecordKind.Organisation, Id, mine), cancellationToken), parts =>
        {
            Parts = parts;
            Stamp = mine is null ? Stamp : parts.Stamp;
            return Page();
        });
}
