using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.People.Features.My.OwnPreferences;

[Needs(PeoplePermissions.OwnPreferencesName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public LikedForm Liked { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeOwnPreferences(), cancellationToken), preferences =>
        {
            Liked = LikedForm.Of(preferences);
            return Page();
        });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(
            await mediator.Send(new ChangeOwnPreferences(Liked.Read()), cancellationToken), _ => this.RedirectSaying("/my/preferences", "We have saved it. From now on we do it this way."));
}
