using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Improvement.Features.Staff.WritePublicWords;

[Needs(ImprovementPermissions.PublishName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PartPage(mediator)
{
    [BindProperty]
    public string Title { get; set; } = "";

    [BindProperty]
    public string YouSaid { get; set; } = "";

    [BindProperty]
    public string WeWill { get; set; } = "";

    [BindProperty]
    public string WeDid { get; set; } = "";

    [BindProperty]
    public string EasyYouSaid { get; set; } = "";

    [BindProperty]
    public string EasyWeWill { get; set; } = "";

    [BindProperty]
    public string EasyWeDid { get; set; } = "";

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) => await this.AnswerAsync(
        await Mediator.Send(new WritePublicWords(id, Title, YouSaid, WeWill, WeDid, EasyYouSaid, EasyWeWill, EasyWeDid), cancellationToken),
        _ => this.RedirectSaying("/staff/improvement/public", "Written. Somebody else has to read it before families see it."),
        () => ShowAsync(id, cancellationToken));
}
