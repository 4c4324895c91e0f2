using MediatR;
using Medway.LocalOffer.CoDesign.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.CoDesign.Features.Staff.ReadWorries;

[Needs(CoDesignPermissions.WorriesName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public const string Here = "/staff/codesign/worries";

    public IReadOnlyList<Answer> Worries { get; private set; } = [];

    [BindProperty]
    public Guid Id { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new TakeOnWorry(Id), cancellationToken),
        _ => this.RedirectSaying(Here, "It is yours now. Write what you do in your own records."),
        () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new ReadWorries(), cancellationToken), worries =>
        {
            Worries = worries;
            return Page();
        });
}
