using MediatR;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeeAppointments;

[Needs(EhcpPermissions.ViewName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty]
    public string With { get; set; } = "";

    [BindProperty]
    public TypedDate On { get; set; } = new();

    [BindProperty]
    public string At { get; set; } = "";

    [BindProperty]
    public string Where { get; set; } = "";

    /// <summary>What is called off; nothing writes down a new one.</summary>
    [BindProperty]
    public Guid? AppointmentId { get; set; }

    public AppointmentsView View { get; private set; } = null!;

    public string Record => $"/staff/ehcp/records/{Id}";

    public string Here => $"{Record}/appointments";

    public bool MayRecord => actor.May(EhcpPermissions.Record);

    public DateTimeOffset Now => clock.GetUtcNow();

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (AppointmentId is { } off)
        {
            return await this.AnswerAsync(
                await mediator.Send(new CallOffAppointment(Id, off), cancellationToken), _ => this.RedirectSaying(Here, "It is called off. Call the family: no message says it."));
        }

        var on = ModelState.ReadDay(On, nameof(On));
        if (!ModelState.IsValid)
        {
            return await this.UnreadableAsync(() => ShowAsync(cancellationToken));
        }

        return await this.AnswerAsync(
            await mediator.Send(new RecordAppointment(Id, TypedDates.Choice<Adviser>(With), on, At, Where), cancellationToken),
            _ => this.RedirectSaying(Here, "It is written down, and the family is told."),
            () => ShowAsync(cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeAppointments(Id), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
