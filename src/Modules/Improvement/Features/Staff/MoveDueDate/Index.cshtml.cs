using MediatR;
using Medway.LocalOffer.Improvement.Features.Staff.SeeImprovementPart;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Improvement.Features.Staff.MoveDueDate;

[Needs(ImprovementPermissions.UpdateName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public PartView View { get; private set; } = null!;

    [BindProperty]
    public TypedDate To { get; set; } = new();

    [BindProperty]
    public string Reason { get; set; } = "";

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var to = ModelState.ReadDay(To, nameof(To));
        return ModelState.IsValid
            ? await this.AnswerAsync(
                await mediator.Send(new MoveDueDate(id, to, Reason), cancellationToken),
                _ => this.RedirectSaying($"/staff/improvement/parts/{id}", "The date is moved. The first one stays beside it."),
                () => ShowAsync(id, cancellationToken))
            : await this.UnreadableAsync(() => ShowAsync(id, cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeImprovementPart.SeeImprovementPart(id), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
