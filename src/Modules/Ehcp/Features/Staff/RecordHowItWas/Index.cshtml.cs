using MediatR;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.RecordHowItWas;

[Needs(EhcpPermissions.RecordName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "touchpointId")]
    public Guid TouchpointId { get; set; }

    [BindProperty]
    public string KnowsNext { get; set; } = "";

    [BindProperty]
    public string WasGood { get; set; } = "";

    [BindProperty]
    public string Words { get; set; } = "";

    public HowItWasView View { get; private set; } = null!;

    public string At => $"/staff/ehcp/records/{Id}";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(
            new RecordHowItWas(Id, TouchpointId, TypedDates.Choice<FamilySays>(KnowsNext), WasGood.Length == 0 ? null : TypedDates.Choice<FamilySays>(WasGood), Words), cancellationToken),
        _ => this.RedirectSaying(At, "What they said is written down."),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeHowItWas(Id, TouchpointId), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
