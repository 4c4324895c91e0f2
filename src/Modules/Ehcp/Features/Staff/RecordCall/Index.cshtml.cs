using MediatR;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.RecordCall;

[Needs(EhcpPermissions.RecordName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Outcomes = Choice.OfAll<CallOutcome>(Of);

    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty]
    public string Person { get; set; } = "";

    [BindProperty]
    public string Outcome { get; set; } = nameof(CallOutcome.Spoken);

    [BindProperty]
    public string Words { get; set; } = "";

    public CallView View { get; private set; } = null!;

    public string At => $"/staff/ehcp/records/{Id}";

    public IReadOnlyList<Choice> Persons => [.. View.Persons.Select(person => new Choice($"{person.PersonId}", person.Name))];

    public static string Of(CallOutcome outcome) => outcome switch
    {
        CallOutcome.Spoken => "I spoke to them",
        CallOutcome.NobodyAnswered => "Nobody answered",
        _ => "I left a message: please call us",
    };

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new RecordCall(Id, Guid.TryParse(Person, out var person) ? person : Guid.Empty, TypedDates.Choice<CallOutcome>(Outcome), Words), cancellationToken),
        _ => this.RedirectSaying(At, "The call is written down."),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeCall(Id), cancellationToken), view =>
        {
            View = view;
            if (Person.Length == 0 && view.Persons.Count > 0)
            {
                Person = $"{view.Persons[0].PersonId}";
            }

            return Page();
        });
}
