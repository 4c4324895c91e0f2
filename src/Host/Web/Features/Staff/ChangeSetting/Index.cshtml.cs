using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Web.Features.Staff.ChangeSetting;

[Needs(SitePermissions.ChangeFactsName)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public string Value { get; set; } = "";

    [BindProperty]
    public string Reason { get; set; } = "";

    [BindProperty]
    public string Seen { get; set; } = "";

    public SettingView Setting { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken cancellationToken)
    {
        var answer = await ShowAsync(name, cancellationToken);
        Value = Setting?.Value ?? "";
        return answer;
    }

    public async Task<IActionResult> OnPostAsync(string name, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new ChangeSetting(name, Value, Reason, Seen), cancellationToken);
        return await this.AnswerAsync(
            outcome,
            _ => this.RedirectSaying("/staff/settings", "Saved. The site shows it within moments."),
            async () =>
            {
                // What stands there now has been seen with this answer: the next press counts against it.
                ModelState.Remove(nameof(Seen));
                return await ShowAsync(name, cancellationToken);
            });
    }

    private async Task<IActionResult> ShowAsync(string name, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ViewSetting(name), cancellationToken), setting =>
        {
            Setting = setting;
            Seen = setting.Json;
            return Page();
        });
}
