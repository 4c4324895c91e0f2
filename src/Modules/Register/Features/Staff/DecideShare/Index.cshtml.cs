using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Register.Features.Staff.DecideShare;

[Needs(RegisterPermissions.DecideShareName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Decisions = [new("yes", "Yes, it may be given"), new("no", "No, nothing leaves")];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string Decision { get; set; } = "";

    public DecisionView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync<Done>(
        await mediator.Send(new DecideShare(Id, Decision switch { "yes" => true, "no" => false, _ => null }), cancellationToken),
        _ => this.RedirectSaying($"/staff/register/shares/{Id}/decide", Decision == "yes" ? "It may be given. Whoever asked can save it now." : "Nothing leaves."), () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new OpenDecision(Id), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
