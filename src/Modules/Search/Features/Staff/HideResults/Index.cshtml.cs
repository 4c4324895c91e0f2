using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Search.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Search.Features.Staff.HideResults;

[Needs(SearchPermissions.ChangeWordsName)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public string Address { get; set; } = "";

    [BindProperty]
    public string Why { get; set; } = "";

    public IReadOnlyList<HiddenEntry> Hidden { get; private set; } = [];

    public string? Said { get; private set; }

    public Task<IActionResult> OnGetAsync(string? done, CancellationToken cancellationToken)
    {
        Said = done switch
        {
            "hidden" => "It is hidden from all results.",
            "shown" => "It can be found again.",
            _ => null,
        };
        return ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new HideResult(Address, Why), cancellationToken),
        _ => Redirect("/staff/search/hidden?done=hidden"),
        () => ShowAsync(cancellationToken));

    public async Task<IActionResult> OnPostShowAsync([FromForm] Guid id, CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new ShowResult(id), cancellationToken), _ => Redirect("/staff/search/hidden?done=shown"));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ListHidden(), cancellationToken), hidden =>
        {
            Hidden = hidden;
            return Page();
        });
}
