using MediatR;
using Medway.LocalOffer.People.Features.Staff.ComparePeople;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.People.Features.Staff.ViewRecord;

[Needs(PeoplePermissions.ViewName)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : RecordPage(mediator)
{
    [BindProperty]
    public Guid Merge { get; set; }

    [BindProperty]
    public string Reason { get; set; } = "";

    protected override bool Changes => false;

    public bool MayRestrict => actor.May(PeoplePermissions.Restrict);

    public bool MayGather => actor.Through(PeoplePermissions.Gather).Any();

    public bool MayCompare => actor.May(PeoplePermissions.Compare);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var page = await ShowAsync(cancellationToken);

        // A row that was merged has no page of its own: its links lead to the one that was kept.
        return page is Microsoft.AspNetCore.Mvc.RazorPages.PageResult && Record.Id != Id ? LocalRedirect($"/staff/people/{Record.Id}") : page;
    }

    public async Task<IActionResult> OnPostUndoAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await Mediator.Send(new UndoMerge(Merge, Reason), cancellationToken),
        fromId => this.RedirectSaying($"/staff/people/{fromId}", "They are two records again."), () => ShowAsync(cancellationToken));
}
