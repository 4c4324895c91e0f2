using MediatR;
using Medway.LocalOffer.Platform.Imports;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Web.Features.Staff.ViewImport;

[Needs(SitePermissions.ReadImportsName)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private static readonly ListShape Shape = new([new("Where"), new("What it is")], "");

    public ImportView Import { get; private set; } = null!;

    public StaffList<ImportProblem> Problems { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var query = ListQuery.Read(Request.Query, Shape);
        return await this.AnswerAsync(await mediator.Send(new ViewImport(id, query), cancellationToken), import =>
        {
            Import = import;
            Problems = new(Shape, query, import.Problems);
            return Page();
        });
    }
}
