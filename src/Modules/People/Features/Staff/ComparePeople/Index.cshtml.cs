using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.People.Features.Staff.ComparePeople;

[Needs(PeoplePermissions.CompareName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private const string Apart = "apart";

    [BindProperty(SupportsGet = true, Name = "oneId")]
    public Guid OneId { get; set; }

    [BindProperty(SupportsGet = true, Name = "otherId")]
    public Guid OtherId { get; set; }

    /// <summary><c>apart</c>, or the id of the record that is kept.</summary>
    [BindProperty]
    public string Decision { get; set; } = "";

    [BindProperty]
    public string Reason { get; set; } = "";

    public PairView Pair { get; private set; } = null!;

    public IReadOnlyList<Choice> Decisions =>
    [
        .. Pair.IsDecided ? Array.Empty<Choice>() : [new(Apart, "Two people", "What is held between the two goes on")],
        new(OneId.ToString(), $"One person: keep {Pair.One.Reference}"),
        new(OtherId.ToString(), $"One person: keep {Pair.Other.Reference}"),
    ];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Decision == Apart)
        {
            return await this.AnswerAsync(
                await mediator.Send(new KeepApart(OneId, OtherId, Reason), cancellationToken), _ => this.RedirectSaying("/staff/people/checks", "Saved: they are two people."), () => AgainAsync(cancellationToken));
        }

        if (Guid.TryParse(Decision, out var kept) && (kept == OneId || kept == OtherId))
        {
            return await this.AnswerAsync(
                await mediator.Send(new MergePeople(kept == OneId ? OtherId : OneId, kept, Reason), cancellationToken),
                id => this.RedirectSaying($"/staff/people/{id}", "Saved: they are one person. You can undo it for 30 days."), () => AgainAsync(cancellationToken));
        }

        ModelState.AddModelError(nameof(Decision), "Choose what you found");
        Response.StatusCode = Microsoft.AspNetCore.Http.StatusCodes.Status400BadRequest;
        return await ShowAsync(cancellationToken);
    }

    /// <summary>The pair with what was typed; once somebody else has made one of the two, their record.</summary>
    private async Task<IActionResult> AgainAsync(CancellationToken cancellationToken) =>
        (await mediator.Send(new ViewPair(OneId, OtherId), cancellationToken)).IsOk
            ? await ShowAsync(cancellationToken)
            : this.RedirectSaying($"/staff/people/{OneId}", "Somebody has put these two together in the meantime. What you found is not saved.");

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ViewPair(OneId, OtherId), cancellationToken), pair =>
        {
            Pair = pair;
            return Page();
        });
}
