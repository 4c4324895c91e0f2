using MediatR;
using Medway.LocalOffer.People.Contracts;
using Medway.LocalOffer.People.Domain;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.People.Features.Staff.RestrictPerson;

[Needs(PeoplePermissions.RestrictName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> HiddenDecisions =
        [new(nameof(HiddenDecision.NotSafe), "Not safe"), new(nameof(HiddenDecision.Safe), "Safe to use"), new(nameof(HiddenDecision.End), "Not used any more")];

    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty]
    public string Kind { get; set; } = "";

    [BindProperty]
    public string AgainstId { get; set; } = "";

    [BindProperty]
    public TypedDate From { get; set; } = new();

    [BindProperty]
    public TypedDate To { get; set; } = new();

    [BindProperty]
    public List<string> Allowed { get; set; } = [];

    [BindProperty]
    public string Note { get; set; } = "";

    [BindProperty]
    public Guid RestrictionId { get; set; }

    [BindProperty]
    public string EndReason { get; set; } = "";

    [BindProperty]
    public string ContactKind { get; set; } = "";

    [BindProperty]
    public string Value { get; set; } = "";

    [BindProperty]
    public string IsSafe { get; set; } = "";

    [BindProperty]
    public string How { get; set; } = "";

    [BindProperty]
    public Guid ContactId { get; set; }

    [BindProperty]
    public string Decision { get; set; } = "";

    public RestrictionsView Shown { get; private set; } = null!;

    public string At => $"/staff/people/{Id}";

    public bool Hides => Shown.Restrictions.Any(row => row.Protects && row.Restriction.Kind.HidesAddress());

    public IReadOnlyList<Choice> Around => [.. Shown.Around.Select(person => new Choice(person.PersonId.ToString(), person.Full))];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (from, to) = (From.Read(), To.Read());
        Refuse(!From.IsEmpty && from is null, nameof(From));
        Refuse(!To.IsEmpty && to is null, nameof(To));
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await ShowAsync(cancellationToken);
        }

        var kind = Enum.TryParse<RestrictionKind>(Kind, out var known) && Enum.IsDefined(known) ? known : (RestrictionKind)(-1);
        Guid? against = AgainstId.Trim().Length == 0 ? null : Guid.TryParse(AgainstId, out var other) ? other : Guid.Empty;
        return await SendAsync(new RestrictPerson(Id, kind, against, from, to, [.. Allowed.Select(id => Guid.TryParse(id, out var one) ? one : Guid.Empty)], Note), cancellationToken);
    }

    public Task<IActionResult> OnPostEndAsync(CancellationToken cancellationToken) => SendAsync(new EndRestriction(Id, RestrictionId, EndReason), cancellationToken);

    public Task<IActionResult> OnPostHideAsync(CancellationToken cancellationToken)
    {
        var kind = Enum.TryParse<ContactPointKind>(ContactKind, out var known) && Enum.IsDefined(known) ? known : (ContactPointKind)(-1);
        return SendAsync(new AddHiddenContact(Id, kind, Value, IsSafe == "True", How), cancellationToken);
    }

    public Task<IActionResult> OnPostMarkAsync(CancellationToken cancellationToken)
    {
        HiddenDecision? decision = Enum.TryParse<HiddenDecision>(Decision, out var known) && Enum.IsDefined(known) ? known : null;
        return SendAsync(new MarkHiddenContact(Id, ContactId, decision, How), cancellationToken);
    }

    private async Task<IActionResult> SendAsync<T>(IRequest<Outcome<T>> operation, CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(operation, cancellationToken), _ => this.RedirectSaying($"{At}/restrictions", "Saved. It holds from now on."), () => ShowAsync(cancellationToken));

    private void Refuse(bool isWrong, string field)
    {
        if (isWrong)
        {
            ModelState.AddModelError(field, "Write a day, a month and a year with four digits, like 3 11 2026");
        }
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ViewRestrictions(Id), cancellationToken), shown =>
        {
            Shown = shown;
            return Page();
        });
}
