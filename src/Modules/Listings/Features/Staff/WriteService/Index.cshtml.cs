using MediatR;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Records;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Listings.Features.Staff.WriteService;

/// <summary>Also at <c>/staff/listings/services/new</c>, without an id.</summary>
[Needs(ListingsPermissions.EditRecordsName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static IEnumerable<Choice> Kinds => Facets.Kinds.Select(kind => new Choice(kind.Value, kind.Words));

    public static IEnumerable<Choice> Levels =>
    [
        new(nameof(ShortBreakLevel.Universal), "Universal (level 1)"), new(nameof(ShortBreakLevel.Targeted), "Targeted (level 2)"), new(nameof(ShortBreakLevel.Specialist), "Specialist (level 3)"),
    ];

    public static IEnumerable<Choice> Needs => [.. Facets.Needs.Select(need => new Choice(need.Value, need.Words)), new(Vocabulary.AnyNeed, "Any need")];

    public static IEnumerable<Choice> Routes =>
    [
        new(nameof(JoinRoute.TurnUp), "Just turn up"), new(nameof(JoinRoute.Book), "Book first"), new(nameof(JoinRoute.Self), "Ask for it yourself"),
        new(nameof(JoinRoute.Professional), "A professional refers"), new(nameof(JoinRoute.Assessment), "After an assessment"),
    ];

    public static IEnumerable<Choice> Languages => LanguageWords.All.Select(language => new Choice(language.Key, language.Value));

    public static IEnumerable<Choice> YesNo => [new("yes", "Yes"), new("no", "No")];

    public static IEnumerable<Choice> Months => [new("3", "3 months: events and clinics"), new("6", "6 months")];

    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public string Stamp { get; set; } = "";

    [BindProperty]
    public ServiceForm Form { get; set; } = new();

    public FormParts Parts { get; private set; } = null!;

    public FactFields FactFields => new(Form.Facts, Form.Notes, "Form.");

    public IEnumerable<Choice> PlacesNow => Parts.Places.Where(place => Form.Places.Exists(id => id.ToString() == place.Value));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ReadForm(RecordKind.Service, Id), cancellationToken), parts =>
        {
            Parts = parts;
            Stamp = parts.Stamp;
            Form = parts.Document is ServiceDocument service ? ServiceForm.Of(service) : new();
            return Page();
        });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var form = await mediator.Send(new ReadForm(RecordKind.Service, Id), cancellationToken);
        if (!form.IsOk)
        {
            return await this.AnswerAsync(form, _ => Page());
        }

        Parts = form.Value;
        var document = Form.Read(ModelState, Parts.Areas.Select(area => area.Value));
        if (!ModelState.IsValid)
        {
            return await this.UnreadableAsync();
        }

        var outcome = await mediator.Send(new SaveDraft(Id, document, Stamp), cancellationToken);
        return await this.AnswerAsync(
            outcome,
            id => LocalRedirect(RecordThings.At(RecordKind.Service, id) + "/draft"),
            () => ShowAgainAsync(outcome.Kind == OutcomeKind.Conflict ? document : null, cancellationToken));
    }

    private async Task<IActionResult> ShowAgainAsync(ServiceDocument? mine, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ReadForm(RecordKind.Service, Id, mine), cancellationToken), parts =>
        {
            Parts = parts;
            Stamp = mine is null ? Stamp : parts.Stamp;
            return Page();
        });
}
