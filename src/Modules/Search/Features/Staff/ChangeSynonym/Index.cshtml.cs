using MediatR;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Search.Features.Staff.Score;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Search.Features.Staff.ChangeSynonym;

[Needs(SearchPermissions.ChangeWordsName)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public string Term { get; set; } = "";

    [BindProperty]
    public string Means { get; set; } = "";

    [BindProperty]
    public string OnlyAlone { get; set; } = "no";

    [BindProperty]
    public string Why { get; set; } = "";

    /// <summary>What stood there when the form was opened.</summary>
    [BindProperty]
    public string Seen { get; set; } = "";

    public IReadOnlyList<Choice> Ways { get; } =
    [
        new("no", "Wherever it stands", "“SALT clinic” finds speech therapy"),
        new("yes", "Only when nothing else is typed", "“ADD” is a condition; in “add equipment” it is not"),
    ];

    public bool IsNew => Seen.Length == 0;

    public ScoreChange? Score { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? term, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(term))
        {
            return Page();
        }

        return await this.AnswerAsync(await mediator.Send(new ViewSynonym(SearchText.Normalise(term)), cancellationToken), view =>
        {
            (Term, Means, OnlyAlone, Why, Seen) = (view.Term, view.Means, view.OnlyAlone ? "yes" : "no", view.Why, view.Seen);
            return Page();
        });
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SendAsync(onlyTry: false, cancellationToken);

    public Task<IActionResult> OnPostTryAsync(CancellationToken cancellationToken) => SendAsync(onlyTry: true, cancellationToken);

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new RemoveSynonym(SearchText.Normalise(Term)), cancellationToken), _ => Redirect("/staff/search/synonyms?done=removed"));

    private async Task<IActionResult> SendAsync(bool onlyTry, CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new SaveSynonym(Term, Means, OnlyAlone == "yes", Why, Seen, onlyTry), cancellationToken),
        change =>
        {
            Score = change;
            return onlyTry ? Page() : Redirect("/staff/search/synonyms?done=saved");
        },
        async () =>
        {
            // What stands there now has been said with this answer: the next press counts against it.
            ModelState.Remove(nameof(Seen));
            var now = await mediator.Send(new ViewSynonym(SearchText.Normalise(Term)), cancellationToken);
            Seen = now.IsOk ? now.Value.Seen : "";
            return Page();
        });
}
