using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Improvement.Features.Staff.WriteCharter;

[Needs(VoicePermissions.KeepName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : CharterPage(mediator)
{
    [BindProperty]
    public string Title { get; set; } = "";

    [BindProperty]
    public string Words { get; set; } = "";

    [BindProperty]
    public TypedDate AgreedOn { get; set; } = new();


    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var day = ModelState.ReadDay(AgreedOn, nameof(AgreedOn));
        return ModelState.IsValid
            ? await this.AnswerAsync(
                await Mediator.Send(new WriteCharter(Title, Words, day), cancellationToken),
                _ => this.RedirectSaying(Address, "It is written down. Now write down who signed it."),
                () => ShowAsync(cancellationToken))
            : await this.UnreadableAsync(() => ShowAsync(cancellationToken));
    }
}
