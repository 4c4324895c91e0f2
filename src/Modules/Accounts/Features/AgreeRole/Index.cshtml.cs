using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Accounts.Features.AgreeRole;

[Needs(AccountsPermissions.AgreeRolesName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Answers =
        [new("True", "Yes, they need it for their work"), new("False", "No", "The role ends. They never held it.")];

    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty]
    public string Agree { get; set; } = "";

    [BindProperty]
    public string Reason { get; set; } = "";

    public GivenRoleView Given { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new AgreeRole(Id, Agree, Reason), cancellationToken),
        _ => this.RedirectSaying("/staff", "Saved. What you decided stands in the trail."),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ViewGivenRole(Id), cancellationToken), given =>
        {
            Given = given;
            return Page();
        });
}
