using MediatR;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Improvement.Features.Staff.ListMatters;

[Needs(ImprovementPermissions.SeeName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor, TimeProvider clock) : PageModel
{
    private static readonly ListShape Shape = new(
        [new("What", "title"), new("Kind"), new("Answers for it"), new("By", "due"), new("State")],
        "due",
        new ListFilter("kind", "Kind", Choice.OfAll<MatterKind>(MatterWords.Of)),
        new ListFilter("state", "State", [new("open", "Open"), new("closed", "Closed"), new("all", "Open and closed")]));

    public StaffList<MatterRow> List { get; private set; } = null!;

    public bool MayRaise => actor.May(ImprovementPermissions.Raise);

    public DateOnly Today => clock.Today();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var query = ListQuery.Read(Request.Query, Shape);
        return await this.AnswerAsync(await mediator.Send(new ListMatters(query), cancellationToken), listed =>
        {
            List = new(Shape, query, listed);
            return Page();
        });
    }
}
