using MediatR;
using Medway.LocalOffer.Accounts.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Accounts.Features.Staff.FamilyAccess.DecideJoin;

[Needs(FamilyPermissions.DecideJoinsName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string PersonId { get; set; } = "";

    [BindProperty]
    public string Role { get; set; } = Roles.FamilyParty;

    [BindProperty]
    public string Reason { get; set; } = "";

    [BindProperty]
    public string Decision { get; set; } = "";

    public JoinView Join { get; private set; } = null!;

    public bool IsOpen => Join.State == JoinState.Waiting;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = Decision == "no"
            ? await mediator.Send(new DeclineJoin(Id, Reason), cancellationToken)
            : Guid.TryParse(PersonId, out var person)
                ? await mediator.Send(new ApproveJoin(Id, person, Role, Reason), cancellationToken)
                : Outcome.NotFound;

        // No such person, or not one of theirs: the same words.
        if (outcome.Kind == OutcomeKind.NotFound)
        {
            outcome = Outcome.Invalid(nameof(PersonId), "There is nobody with this id that you work with. Copy it from the person’s record");
        }

        return await this.AnswerAsync<Done>(outcome, _ => this.RedirectSaying("/staff/join-requests", "Saved. The request has left the list."), () => ShowAsync(cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ViewJoin(Id), cancellationToken), join =>
        {
            Join = join;
            return Page();
        });
}
