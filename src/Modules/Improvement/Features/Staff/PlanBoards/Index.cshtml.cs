using MediatR;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Improvement.Features.Staff.PlanBoards;

[Needs(ImprovementPermissions.PlanBoardsName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<DateOnly> Boards { get; private set; } = [];

    [BindProperty]
    public TypedDate HeldOn { get; set; } = new();

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var day = ModelState.ReadDay(HeldOn, nameof(HeldOn));
        return ModelState.IsValid
            ? await this.AnswerAsync(
                await mediator.Send(new PlanBoard(day), cancellationToken),
                _ => this.RedirectSaying("/staff/improvement/boards", "The board is written down."),
                () => ShowAsync(cancellationToken))
            : await this.UnreadableAsync(() => ShowAsync(cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ListBoards(), cancellationToken), boards =>
        {
            Boards = boards;
            return Page();
        });
}
