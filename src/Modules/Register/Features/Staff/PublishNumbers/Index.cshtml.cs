using MediatR;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Register.Features.Staff.PublishNumbers;

[Needs(RegisterPermissions.PublishName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private const string Here = "/staff/register/planning/release";

    /// <summary>When the numbers were counted that the officer looked at, in milliseconds.</summary>
    [BindProperty]
    public long PreparedAt { get; set; }

    public ReleaseView View { get; private set; } = null!;

    public long Stamp => View.Kept?.PreparedAt.ToUnixTimeMilliseconds() ?? 0;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostPrepareAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new PrepareRelease(), cancellationToken), _ => this.RedirectSaying(Here, "Counted. Look at the numbers, then publish them."), () => ShowAsync(cancellationToken));

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken cancellationToken)
    {
        var isTime = PreparedAt >= 0 && PreparedAt <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
        return await this.AnswerAsync(
            await mediator.Send(new PublishRelease(isTime ? DateTimeOffset.FromUnixTimeMilliseconds(PreparedAt) : default), cancellationToken),
            quarter => this.RedirectSaying(Here, $"Published: {quarter.Words}."), () => ShowAsync(cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeRelease(), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
