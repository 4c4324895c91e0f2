using System.Globalization;
using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Improvement.Features.Staff.UpdatePart;

[Needs(ImprovementPermissions.TellName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PartPage(mediator)
{
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

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        int? steps = int.TryParse(StepsDone.Trim().TrimEnd('%').TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : null;
        return await this.AnswerAsync(
            await Mediator.Send(new UpdatePart(id, steps, Done, Difference, Next, Voice, NoVoice), cancellationToken),
            _ => this.RedirectSaying($"/staff/improvement/parts/{id}", "The update is written. It stays as it is."),
            () => ShowAsync(id, cancellationToken));
    }
}
