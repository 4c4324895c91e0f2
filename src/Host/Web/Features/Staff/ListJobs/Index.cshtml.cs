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

    public bool Started { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? started, CancellationToken cancellationToken)
    {
        Started = started is "1";
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] Guid id, CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new RunJobNow(id), cancellationToken),
        _ => Redirect("/staff/jobs?started=1"),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var query = ListQuery.Read(Request.Query, Shape);
        return await this.AnswerAsync(await mediator.Send(new ListJobs(query), cancellationToken), listed =>
        {
            List = new(Shape, query, listed);
            return Page();
        });
    }
}
