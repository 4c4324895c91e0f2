using System.Globalization;
using MediatR;
using Medway.LocalOffer.Improvement.Features.Staff.SeeImprovementPart;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Improvement.Features.Staff.UpdatePart;

[Needs(ImprovementPermissions.UpdateName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public PartView View { get; private set; } = null!;

    [BindProperty]
    public string StepsDone { get; set; } = "";

    [BindProperty]
    public string Done { get; set; } = "";

    [BindProperty]
    public string Difference { get; set; } = "";

    [BindProperty]
    public string Next { get; set; } = "";

    [BindProperty]
    public string Voice { get; set; } = "";

    [BindProperty]
    public string NoVoice { get; set; } = "";

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        int? steps = int.TryParse(StepsDone.Trim().TrimEnd('%').TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : null;
        return await this.AnswerAsync(
            await mediator.Send(new UpdatePart(id, steps, Done, Difference, Next, Voice, NoVoice), cancellationToken),
            _ => this.RedirectSaying($"/staff/improvement/parts/{id}", "The update is written. It stays as it is."),
            () => ShowAsync(id, cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeImprovementPart.SeeImprovementPart(id), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
