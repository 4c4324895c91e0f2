using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Register.Features.Staff.RetainEntries;

[Needs(RegisterPermissions.RetainName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public const string At = "/staff/register/retention";

    /// <summary>References of one kind on the page.</summary>
    public const int Shown = 50;

    public static readonly IReadOnlyList<Choice> Decisions = [new("yes", "Yes, erase them. It cannot be undone"), new("no", "No, erase nothing")];

    [BindProperty]
    public string Decision { get; set; } = "";

    public RetentionView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new AskRetention(), cancellationToken), due => this.RedirectSaying(At, $"A second person has to decide about {due}. Nothing is erased yet."), () => ShowAsync(cancellationToken));

    public async Task<IActionResult> OnPostDecideAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new DecideRetention(Decision switch { "yes" => true, "no" => false, _ => null }), cancellationToken),
        erased => this.RedirectSaying(At, Decision == "yes" ? $"{erased} are erased." : "Nothing was erased."), () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeRetention(), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
