using MediatR;
using Medway.LocalOffer.Content.Media;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Content.Features.Staff.ListMedia;

[Needs(ContentPermissions.WriteName)]
internal sealed class IndexModel(IMediator mediator, PictureProgram program) : PageModel
{
    private static readonly ListShape Shape = new(
        [new("Name", "name"), new("Words"), new("Looked after by", "owner"), new("Added", "added")],
        "-added",
        new ListFilter("kind", "Kind", [new("picture", "Pictures"), new("document", "PDFs")]));

    public StaffList<MediaRow> List { get; private set; } = null!;

    public bool Deleted { get; private set; }

    public bool MayAddPictures => program.IsThere;

    public async Task<IActionResult> OnGetAsync(string? deleted, CancellationToken cancellationToken)
    {
        Deleted = deleted is "1";
        var query = ListQuery.Read(Request.Query, Shape);
        return await this.AnswerAsync(await mediator.Send(new ListMedia(query), cancellationToken), listed =>
        {
            List = new(Shape, query, listed);
            return Page();
        });
    }
}
