using MediatR;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Messaging.Features.Staff.PrintLetters;

[Needs(MessagingPermissions.PrintName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public BatchesView View { get; private set; } = null!;

    /// <summary>The safety check held every letter when somebody made a batch a moment ago.</summary>
    public bool AllHeld { get; private set; }

    public Task<IActionResult> OnGetAsync(string? held, CancellationToken cancellationToken)
    {
        AllHeld = held is "1";
        return ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await this.AnswerAsync(
        await mediator.Send(new MakeBatch(), cancellationToken), id => LocalRedirect(id is null ? "/staff/messaging/print?held=1" : $"/staff/messaging/print/{id}"), () => ShowAsync(cancellationToken));

    public static string Words(BatchState state) => state switch
    {
        BatchState.Open => "To print and match",
        BatchState.Released => "May be posted",
        _ => "Posted",
    };

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeBatches(), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
