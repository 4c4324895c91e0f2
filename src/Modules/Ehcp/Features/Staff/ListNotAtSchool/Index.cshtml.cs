using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Ehcp.Features.Staff.ListNotAtSchool;

[Needs(EhcpPermissions.ListName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private static readonly ListShape Shape = new(
        [new("Record"), new("Child"), new("Where"), new("From", "from"), new("Health")], "from",
        new ListFilter("where", "Where", [.. SettingWords.Kinds.Skip(1)]),
        new ListFilter("show", "Show", [new("untold", "Health was not told")]),
        new ListFilter("whose", "Whose", [new("mine", "Mine")]));

    public StaffList<CurrentSetting> List { get; private set; } = null!;

    public NotAtSchoolPage Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var query = ListQuery.Read(Request.Query, Shape);
        return await this.AnswerAsync(await mediator.Send(new ListNotAtSchool(query), cancellationToken), page =>
        {
            Shown = page;
            List = new(Shape, query, page.Listed);
            return Page();
        });
    }
}
