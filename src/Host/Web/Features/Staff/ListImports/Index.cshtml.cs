using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Web.Features.Staff.ListImports;

[Needs(SitePermissions.ReadImportsName)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private static readonly ListShape Shape = new(
        [new("File", "name"), new("What came of it"), new("Loaded", "started"), new("Rows", "rows", IsNumber: true), new("New", IsNumber: true), new("Changed", IsNumber: true)],
        "-started",
        new ListFilter("state", "What came of it", [new("applied", "Loaded"), new("refused", "Refused"), new("failed", "Broke off")]));

    public StaffList<ImportRow> List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var query = ListQuery.Read(Request.Query, Shape);
        return await this.AnswerAsync(await mediator.Send(new ListImports(query), cancellationToken), listed =>
        {
            List = new(Shape, query, listed);
            return Page();
        });
    }
}
