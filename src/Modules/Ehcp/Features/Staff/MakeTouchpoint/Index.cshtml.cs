using MediatR;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.MakeTouchpoint;

[Needs(EhcpPermissions.RecordName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "touchpointId")]
    public Guid TouchpointId { get; set; }

    [BindProperty]
    public string Way { get; set; } = "";

    [BindProperty]
    public string Words { get; set; } = "";

    [BindProperty]
    public string Reason { get; set; } = "";

    public TouchpointView View { get; private set; } = null!;

    public string At => $"/staff/ehcp/records/{Id}";

    public IReadOnlyList<Choice> Ways => [.. View.Ways.Select(way => new Choice($"{way}", way switch
    {
        MakingWay.Release => "Release it: the message leaves",
        MakingWay.Spoken => "I have spoken to them about it",
        _ => "It is not needed",
    }))];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(
            new MakeTouchpoint(Id, TouchpointId, TypedDates.Choice<MakingWay>(Way), Words, Reason), cancellationToken),
        state => this.RedirectSaying(At, state switch
        {
            TouchpointState.Made => "It is done.",
            TouchpointState.Cancelled => "It is off the list, with your reason.",
            _ => "It is on its way. It counts as told when it has arrived.",
        }),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeTouchpoint(Id, TouchpointId), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
