using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.CoDesign.Features.Staff.AddGroups;

[Needs(CoDesignPermissions.RunName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Contact { get; set; } = "";

    [BindProperty]
    public bool MayBeQuoted { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await this.AnswerAsync(await mediator.Send(new SeeRound.SeeRound(Id), cancellationToken), _ => Page());

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new AddGroup(Id, Name, Contact, MayBeQuoted), cancellationToken),
        group => this.RedirectSaying($"/staff/codesign/groups/{group}", "The group is added."));
}
