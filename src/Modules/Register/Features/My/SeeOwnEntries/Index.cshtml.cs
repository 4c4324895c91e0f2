using System.Net.Mime;
using MediatR;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Register.Features.My.SeeOwnEntries;

[Needs(RegisterPermissions.OwnName)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public const string At = "/my/register";

    public OwnEntries View { get; private set; } = new([], []);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <summary>What they have said on one entry, as a file.</summary>
    public async Task<IActionResult> OnGetReceiptAsync(Guid entry, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new OwnReceipt(entry), cancellationToken), seen => File(seen.Receipt.Write(), MediaTypeNames.Application.Json, $"{seen.Receipt.Reference}.json"));

    public async Task<IActionResult> OnPostSayAsync(Guid entry, string purpose, bool yes, Guid wording, CancellationToken cancellationToken) =>
        await AnswerAsync(new SayConsent(entry, purpose ?? "", yes, wording), yes ? "You said yes. You can say no at any time. Your receipt is on this page." : "You said no. It counts from now on.", cancellationToken);

    public async Task<IActionResult> OnPostConfirmAsync(Guid entry, CancellationToken cancellationToken) =>
        await AnswerAsync(new ConfirmEntry(entry), "Thank you. We ask again in a year.", cancellationToken);

    private async Task<IActionResult> AnswerAsync(IRequest<Outcome<Done>> operation, string said, CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(operation, cancellationToken), _ => this.RedirectSaying(At, said), () => ShowAsync(cancellationToken));

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        await this.AnswerAsync(await mediator.Send(new SeeOwnEntries(), cancellationToken), view =>
        {
            View = view;
            return Page();
        });
}
