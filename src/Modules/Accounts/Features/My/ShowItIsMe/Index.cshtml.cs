using MediatR;
using Medway.LocalOffer.Accounts.Security;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Medway.LocalOffer.Accounts.Features.My.ShowItIsMe;

[Needs(FamilyPermissions.OwnSecurityName)]
[EnableRateLimiting(SignInLimits.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, FamilySessions sessions, CurrentFamily current, FamilyLimits limits) : PageModel
{
    [BindProperty]
    public string Code { get; set; } = "";

    [BindProperty]
    public Guid Point { get; set; }

    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    public SecurityView Security { get; private set; } = null!;

    public bool IsForDocuments => FamilyDoor.Return(Return).StartsWith(FamilyDoor.Documents, StringComparison.Ordinal);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAppAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new ShowAppCode(Code), cancellationToken);
        if (outcome.IsOk)
        {
            await sessions.OpenAsync(HttpContext, current.Value!.AccessId, factors: 2, current.Value.IsShared, cancellationToken);
        }

        return await this.AnswerAsync(outcome, _ => LocalRedirect(FamilyDoor.Return(Return)), () => ShowAsync(cancellationToken));
    }

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancellationToken)
    {
        if (!limits.Allows(HttpContext))
        {
            return await this.TooOftenAsync(() => ShowAsync(cancellationToken));
        }

        return await this.AnswerAsync(await mediator.Send(new SendSecondCode(Point), cancellationToken), key =>
        {
            FamilyCodes.SetCookie(HttpContext, key);
            return LocalRedirect(FamilyDoor.SecondCode + QueryString.Create("return", FamilyDoor.Return(Return)));
        });
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeSecurity(), cancellationToken), security =>
        {
            Security = security;
            return Page();
        });
}
