using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Improvement.Features.Staff.LookAtCharter;

[Needs(VoicePermissions.KeepName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : CharterPage(mediator)
{
    [BindProperty]
    public string Words { get; set; } = "";

    [BindProperty]
    public TypedDate LookedOn { get; set; } = new();


    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var day = ModelState.ReadDay(LookedOn, nameof(LookedOn));
        return ModelState.IsValid
            ? await this.AnswerAsync(
                await Mediator.Send(new LookAtCharter(Words, day), cancellationToken),
                _ => this.RedirectSaying(Address, "It is written down. Look again in a year."),
                () => ShowAsync(cancellationToken))
            : await this.UnreadableAsync(() => ShowAsync(cancellationToken));
    }
}
