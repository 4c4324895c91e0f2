using MediatR;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Facts;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.KeepFacts;

[Needs(EhcpPermissions.RecordName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private const string Yes = "yes";

    public static readonly IReadOnlyList<Choice> YesNo = [new(Yes, "Yes"), new("no", "No, or nobody has asked them")];

    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty]
    public string Topic { get; set; } = "";

    /// <summary>A person of the family, or one of those who advise.</summary>
    [BindProperty]
    public string From { get; set; } = "";

    [BindProperty]
    public string Words { get; set; } = "";

    [BindProperty]
    public TypedDate ToldOn { get; set; } = new();

    [BindProperty]
    public string Agreed { get; set; } = "no";

    [BindProperty]
    public string AskTopic { get; set; } = "";

    [BindProperty]
    public string Why { get; set; } = "";

    public FactsPage View { get; private set; } = null!;

    public string At => $"/staff/ehcp/records/{Id}";

    public string Here => $"{At}/facts";

    public IReadOnlyList<Choice> Sources =>
    [
        .. View.Persons.Select(person => new Choice($"{person.PersonId}", person.Name)),
        .. EhcpWords.Advisers.Where(adviser => adviser.Value != nameof(Adviser.Family)),
    ];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var told = ModelState.ReadDay(ToldOn, nameof(ToldOn));
        var person = Guid.TryParse(From, out var id) ? id : (Guid?)null;
        return await this.AnswerAsync(
            await mediator.Send(
                new KeepFact(Id, TypedDates.Choice<FactTopic>(Topic), person, person is null ? TypedDates.Choice<Adviser>(From) : Adviser.Family, Words, told, Agreed == Yes), cancellationToken),
            _ => this.RedirectSaying(Here, "It is written down."),
            () => ShowAsync(cancellationToken));
    }

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new AskFamily(Id, TypedDates.Choice<FactTopic>(AskTopic), Why), cancellationToken),
        again => this.RedirectSaying(Here, again ? "It is written down, and counted as asked again." : "It is written down. Write down what they say here too."),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeFacts(Id), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
