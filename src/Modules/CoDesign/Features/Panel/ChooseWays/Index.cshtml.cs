using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.CoDesign.Features.Panel.ChooseWays;

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PanelPage(mediator)
{
    public const string Here = "/panel/how";

    [BindProperty]
    public string Switch { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await SitAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await AfterAsync(
        await Mediator.Send(new ChooseWays(Key, Switch), cancellationToken),
        _ => LocalRedirect(Here),
        async () => await SitAsync(cancellationToken) ?? Page());
}
