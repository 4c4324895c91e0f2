using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Web.Features.Staff.ListJobs;

[Needs(SitePermissions.RunJobsName)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private static readonly ListShape Shape = new(
        [new("Job", "kind"), new("State"), new("Due", "due"), new("Tries", "attempts", IsNumber: true), new("Run it")],
        "due",
        new ListFilter("state", "State", [new("waiting", "Waiting"), new("running", "Running"), new("failed", "Failed")]));

    public StaffList<JobRow> List { get; private set; } = null!;

    public IReadOnlyList<GivenUpReminders> GivenUp { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync([FromForm] Guid id, CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new RunJobNow(id), cancellationToken),
        _ => this.RedirectSaying("/staff/jobs", "It is due now. It starts within moments. Open this page again to see how it went."),
        () => ShowAsync(cancellationToken));

    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new TryRemindersAgain(), cancellationToken),
        count => this.RedirectSaying("/staff/jobs", count == 1 ? "1 reminder is tried again within a minute." : $"{count} reminders are tried again within a minute."));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var query = ListQuery.Read(Request.Query, Shape);
        return await this.AnswerAsync(await mediator.Send(new ListJobs(query), cancellationToken), jobs =>
        {
            List = new(Shape, query, jobs.Listed);
            GivenUp = jobs.GivenUp;
            return Page();
        });
    }
}
