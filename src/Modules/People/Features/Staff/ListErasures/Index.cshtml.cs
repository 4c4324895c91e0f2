using MediatR;
using Medway.LocalOffer.People.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.People.Features.Staff.ListErasures;

[Needs(PeoplePermissions.EraseName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<ErasureRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ListErasures(), cancellationToken), rows =>
        {
            Rows = rows;
            return Page();
        });

    public static string Words(ErasureState state) => state switch
    {
        ErasureState.Asked => "A second person has to decide",
        ErasureState.Done => "Erased",
        _ => "Refused",
    };
}
