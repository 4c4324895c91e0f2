using MediatR;
using Medway.LocalOffer.Ehcp.Features.Staff.SeeRecord;
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
    public static readonly IReadOnlyList<Choice> YesNo = [new("true", "Yes"), new("false", "No")];

    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "touchpointId")]
    public Guid TouchpointId { get; set; }

    [BindProperty]
    public string HasSpoken { get; set; } = "";

    public RecordView View { get; private set; } = null!;

    public TouchpointRow Row { get; private set; } = null!;

    public string At => $"/staff/ehcp/records/{Id}";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new MakeTouchpoint(Id, TouchpointId, bool.TryParse(HasSpoken, out var spoken) ? spoken : null), cancellationToken),
        state => this.RedirectSaying(At, state == TouchpointState.Made ? "It is done." : "It is on its way. It counts as told when it has arrived."),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeRecord.SeeRecord(Id), cancellationToken), view =>
        {
            View = view;
            if (view.Touchpoints.FirstOrDefault(one => one.Id == TouchpointId && one.State == TouchpointState.Waiting) is not { } row)
            {
                return NotFound();
            }

            Row = row;
            return Page();
        });
}
