using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Staff.SeeSetting;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.TellHealth;

[Needs(EhcpPermissions.RecordName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "statusId")]
    public Guid StatusId { get; set; }

    [BindProperty]
    public TypedDate On { get; set; } = new();

    public SettingView View { get; private set; } = null!;

    public SettingStatus Status { get; private set; } = null!;

    public string At => $"/staff/ehcp/records/{Id}/setting";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var on = ModelState.ReadDay(On, nameof(On));
        if (!ModelState.IsValid)
        {
            return await this.UnreadableAsync(() => ShowAsync(cancellationToken));
        }

        return await this.AnswerAsync(await mediator.Send(new TellHealth(Id, StatusId, on), cancellationToken), _ => this.RedirectSaying(At, "It is written down that health was told."), () => ShowAsync(cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeSetting.SeeSetting(Id), cancellationToken), view =>
        {
            View = view;
            if (view.Statuses.FirstOrDefault(status => status.Id == StatusId) is not { } status)
            {
                return NotFound();
            }

            Status = status;
            return status.HealthToldOn is null && SettingRules.HealthIsTold(status.Kind) ? Page() : this.RedirectSaying(At, "There is nothing to tell health any more.");
        });
}
