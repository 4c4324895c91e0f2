using MediatR;
using Medway.LocalOffer.Content.Domain;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Content.Features.Staff.ListDocuments;

[Needs(ContentPermissions.WriteName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private static readonly ListShape Shape = new(
        [new("Title", "title"), new("What"), new("Address", "path"), new("State"), new("Owner"), new("Next check", "check")],
        "path",
        new ListFilter("words", "Title or address"),
        new ListFilter("kind", "What", Choice.OfAll<DocumentKind>(kind => kind.Words())),
        new ListFilter("state", "State",
        [
            new("draft", "Draft"), new("waiting", "Waiting for a check"), new("scheduled", "Scheduled"), new("failed", "Did not publish"),
            new("live", "Live"), new("unchecked", "Live, still needs checking"), new("leaving", "To be taken down"), new("behind", "May be old: the full words changed"), new("down", "Taken down"),
        ]));

    public StaffList<DocumentRow> List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var query = ListQuery.Read(Request.Query, Shape);
        return await this.AnswerAsync(await mediator.Send(new ListDocuments(query), cancellationToken), listed =>
        {
            List = new(Shape, query, listed);
            return Page();
        });
    }
}
