using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.CoDesign.Features.Staff.ReadAnswer;

[Needs(CoDesignPermissions.ModerateName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public static readonly IReadOnlyList<Choice> Choices =
    [
        new(nameof(Moderation.Accepted), "Accept"),
        new(nameof(Moderation.Trimmed), "Accept with words taken out", "Names, places, anything that tells who somebody is"),
        new(nameof(Moderation.NotForPublishing), "Not for publishing"),
        new(nameof(Moderation.Worried), "Worried about this", "Locks it, tells the safeguarding lead now and shows you whom to call"),
    ];

    public ReadingView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Edition { get; set; }

    [BindProperty]
    public string State { get; set; } = "";

    [BindProperty]
    public string Shown { get; set; } = "";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new DecideAnswer(Id, Edition, State, Shown), cancellationToken),
        state => state == Moderation.Worried
            ? this.RedirectSaying($"/staff/codesign/moderation/{Id}", "The answer is locked. The safeguarding lead has been told.")
            : this.RedirectSaying("/staff/codesign/moderation", "Decided."),
        () =>
        {
            // After a change the next decision is about the words that stand here now.
            ModelState.Remove(nameof(Edition));
            return ShowAsync(cancellationToken);
        });

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ReadAnswer(Id), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
