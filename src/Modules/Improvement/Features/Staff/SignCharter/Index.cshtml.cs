using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Improvement.Features.Staff.SignCharter;

[Needs(VoicePermissions.KeepName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : CharterPage(mediator)
{
    [BindProperty]
    public string Who { get; set; } = "";

    [BindProperty]
    public TypedDate SignedOn { get; set; } = new();


    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var day = ModelState.ReadDay(SignedOn, nameof(SignedOn));
        return ModelState.IsValid
            ? await this.AnswerAsync(
                await Mediator.Send(new SignCharter(Who, day), cancellationToken),
                _ => this.RedirectSaying(Address, "It is written down."),
                () => ShowAsync(cancellationToken))
            : await this.UnreadableAsync(() => ShowAsync(cancellationToken));
    }
}
