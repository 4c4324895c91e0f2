using MediatR;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeeRecord;

[Needs(EhcpPermissions.ViewName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    /// <summary>The end of this day: what was believed then.</summary>
    [BindProperty(SupportsGet = true)]
    public TypedDate Then { get; set; } = new();

    public RecordView View { get; private set; } = null!;

    public string At => $"/staff/ehcp/records/{Id}";

    public bool MayRecord => actor.Through(EhcpPermissions.Record).Any();

    public bool MayReadPlans => actor.May(EhcpPermissions.ReadPlans);

    public DateOnly Today => clock.Today();

    public DateOnly? BelievedOn { get; private set; }

    /// <summary>What is to be done, the nearest first; then the rest in the order in which it came about.</summary>
    public IEnumerable<DueDate> Dates => View.Dates.OrderByDescending(date => date.IsOpen).ThenBy(date => date.Rule.Kind != RuleKind.Law && date.IsOpen).ThenBy(date => date.Act);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Then.IsEmpty)
        {
            BelievedOn = Then.Read() is { Year: > 2000 and < 2200 } day ? day : null;
            if (BelievedOn is null)
            {
                ModelState.AddModelError(nameof(Then), TypedDates.NotADate);
                return await this.UnreadableAsync(() => ShowAsync(null, cancellationToken));
            }
        }

        return await ShowAsync(BelievedOn is { } then ? UkTime.StartOf(then.AddDays(1)).AddTicks(-1) : null, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(DateTimeOffset? believedAt, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeRecord(Id, believedAt), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
