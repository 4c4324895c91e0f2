using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Accounts.Features.Staff.FamilyAccess.InviteFamily;

/// <summary>Asks for a person's id, because names are not this module's; a POST each time, so that no id of a child stands in an address.</summary>
[Needs(FamilyPermissions.InviteName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public const int LongestId = 40;

    public static readonly IReadOnlyList<Choice> FamilyRoles =
    [
        new(Roles.FamilyParty, "Parent or carer"),
        new(Roles.YoungPerson, "The young person"),
        new(Roles.Supporter, "Somebody who helps them"),
    ];

    [BindProperty]
    public string Person { get; set; } = "";

    [BindProperty]
    public string Point { get; set; } = "";

    [BindProperty]
    public string Role { get; set; } = Roles.FamilyParty;

    [BindProperty]
    public string Reason { get; set; } = "";

    [BindProperty]
    public string Why { get; set; } = "";

    [BindProperty]
    public Guid Access { get; set; }

    public FamilyAccessView? Found { get; private set; }

    public string? Said { get; private set; }

    public IActionResult OnGet() => Page();

    public Task<IActionResult> OnPostFindAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancellationToken)
    {
        _ = Guid.TryParse(Point, out var point);
        return Guid.TryParse(Person, out var person)
            ? await AnswerThenShowAsync(
                await mediator.Send(new InviteFamily(person, point, Role, Reason), cancellationToken),
                "We have sent the invitation. It works for 7 days. You do not see the link: only the person who gets it may use it.",
                cancellationToken)
            : Unknown();
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancellationToken) => Guid.TryParse(Person, out var person)
        ? await AnswerThenShowAsync(await mediator.Send(new EndFamilyAccess(person, Access, Why), cancellationToken), "It has ended.", cancellationToken)
        : Unknown();

    private async Task<IActionResult> AnswerThenShowAsync<T>(Outcome<T> outcome, string said, CancellationToken cancellationToken)
    {
        if (outcome.IsOk)
        {
            Said = said;
            return await ShowAsync(cancellationToken);
        }

        return outcome.Kind == OutcomeKind.NotFound ? Unknown() : await this.AnswerAsync(outcome, _ => Page(), () => ShowAsync(cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(Person, out var person))
        {
            return Unknown();
        }

        var outcome = await mediator.Send(new ViewFamilyAccess(person), cancellationToken);
        return outcome.Kind == OutcomeKind.NotFound ? Unknown() : await this.AnswerAsync(outcome, found =>
        {
            Found = found;
            return Page();
        });
    }

    /// <summary>No such person, or not one of theirs: the same words.</summary>
    private PageResult Unknown()
    {
        ModelState.AddModelError(nameof(Person), "There is nobody with this id that you work with. Copy it from the person’s record");
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    public string Masked(FamilyAccessRow row) => Found!.Points.FirstOrDefault(point => point.Id == row.ContactPointId)?.Masked ?? "not a safe contact point any more";

    public static string Words(FamilyAccessState state) => state == FamilyAccessState.Active ? "Can sign in" : "Invited";
}
