using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Search.Features.Staff.Score;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Search.Features.Staff.PutFirst;

[Needs(SearchPermissions.ChangeWordsName)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public string Words { get; set; } = "";

    [BindProperty]
    public string Address { get; set; } = "";

    [BindProperty]
    public string Why { get; set; } = "";

    public IReadOnlyList<BetRow> Bets { get; private set; } = [];

    public ScoreChange? Score { get; private set; }

    public string? Said { get; private set; }

    public Task<IActionResult> OnGetAsync(string? done, CancellationToken cancellationToken)
    {
        Said = done switch
        {
            "saved" => "It is saved. It comes first from now on.",
            "removed" => "It is taken away.",
            _ => null,
        };
        return ShowAsync(cancellationToken);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SendAsync(onlyTry: false, cancellationToken);

    public Task<IActionResult> OnPostTryAsync(CancellationToken cancellationToken) => SendAsync(onlyTry: true, cancellationToken);

    public async Task<IActionResult> OnPostRemoveAsync([FromForm] Guid id, CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new RemoveBet(id), cancellationToken), _ => Redirect("/staff/search/best-bets?done=removed"));

    private async Task<IActionResult> SendAsync(bool onlyTry, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new PutFirst(Words, Address, Why, onlyTry), cancellationToken);
        if (outcome.IsOk && onlyTry)
        {
            Score = outcome.Value;
            return await ShowAsync(cancellationToken);
        }

        return await this.AnswerAsync(outcome, _ => Redirect("/staff/search/best-bets?done=saved"), () => ShowAsync(cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ListBets(), cancellationToken), bets =>
        {
            Bets = bets;
            return Page();
        });
}
