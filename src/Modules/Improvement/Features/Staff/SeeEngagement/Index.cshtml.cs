using MediatR;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Improvement.Features.Staff.SeeEngagement;

[Needs(ImprovementPermissions.SeeName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator, Actor actor) : PageModel
{
    private static readonly ListShape Shape = new(
        [new("When", "day"), new("Who"), new("How"), new("About"), new("What changed")],
        "-day",
        new ListFilter("group", "Group", [new("all", "All"), .. Choice.OfAll<AskedGroup>(VoiceWords.Of)]));

    public EngagementView View { get; private set; } = null!;

    public StaffList<EngagementRow> List { get; private set; } = null!;

    public bool MayKeep => actor.May(VoicePermissions.Keep);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var query = ListQuery.Read(Request.Query, Shape);
        return await this.AnswerAsync(await mediator.Send(new ListEngagements(query), cancellationToken), view =>
        {
            View = view;
            List = new(Shape, query, view.List);
            return Page();
        });
    }
}
