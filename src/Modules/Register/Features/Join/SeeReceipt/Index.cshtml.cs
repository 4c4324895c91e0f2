using System.Net.Mime;
using MediatR;
using Medway.LocalOffer.Platform.Web.Forms;
using Medway.LocalOffer.Register.Joining;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medway.LocalOffer.Register.Features.Join.SeeReceipt;

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public const string At = "/join/register/done";

    public Receipt Receipt { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => WithAsync(Page, cancellationToken);

    public Task<IActionResult> OnGetFileAsync(CancellationToken cancellationToken) => WithAsync(
        () => File(Receipt.Write(), MediaTypeNames.Application.Json, $"{Receipt.Reference}.json"), cancellationToken);

    public IActionResult OnPost()
    {
        JoinCookie.Clear(HttpContext);
        return LocalRedirect(StartJoining.IndexModel.At);
    }

    private async Task<IActionResult> WithAsync(Func<IActionResult> answer, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new SeeReceipt(JoinCookie.Read(HttpContext)), cancellationToken);
        if (!outcome.IsOk)
        {
            return LocalRedirect(StartJoining.IndexModel.At);
        }

        return await this.AnswerAsync(outcome, receipt =>
        {
            Receipt = receipt;
            return answer();
        });
    }
}
