using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Accounts.Features.ReviewBreakGlass;

[Needs(AccountsPermissions.ReviewBreakGlassName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Answers = [new("True", "Yes, it could not wait"), new("False", "No, it was not right")];

    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty]
    public string WasRight { get; set; } = "";

    [BindProperty]
    public string Review { get; set; } = "";

    public OpenedGlass Glass { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new ReviewBreakGlass(Id, WasRight, Review), cancellationToken), _ => this.RedirectSaying("/staff", "Saved. Your review stands in the trail."), () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ViewBreakGlass(Id), cancellationToken), glass =>
        {
            Glass = glass;
            return Page();
        });
}
