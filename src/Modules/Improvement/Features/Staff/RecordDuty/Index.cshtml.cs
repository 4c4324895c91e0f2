using System.Globalization;
using MediatR;
using Medway.LocalOffer.Improvement.Duties;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Improvement.Features.Staff.RecordDuty;

[Needs(ImprovementPermissions.UpdateName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PartPage(mediator)
{
    private const string Written = "yyyy-MM-dd";

    public IReadOnlyList<DutyTime> Times { get; private set; } = [];

    public IReadOnlyList<Choice> Open { get; private set; } = [];

    [BindProperty]
    public string PeriodEnd { get; set; } = "";

    [BindProperty]
    public string Words { get; set; } = "";

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        DateOnly? end = DateOnly.TryParseExact(PeriodEnd, Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        return await this.AnswerAsync(
            await Mediator.Send(new RecordDuty(id, end, Words), cancellationToken),
            _ => this.RedirectSaying($"/staff/improvement/parts/{id}/duty", "It is written down."),
            () => ShowAsync(id, cancellationToken));
    }

    protected override async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        var page = await base.ShowAsync(id, cancellationToken);
        if (View is not null)
        {
            Times = (await Mediator.Send(new ListDutyTimes(id), cancellationToken)).Value;
            Open = [.. Times.Where(time => time.MayBeWritten).Select(time => new Choice(time.Period.Until.ToString(Written, CultureInfo.InvariantCulture), $"{time.Period.From.Short()} to {time.Period.Until.Short()}"))];
        }

        return page;
    }
}
