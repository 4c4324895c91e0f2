using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.CoDesign.Features.Panel.ChangeAnswers;

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(IMediator mediator) : PanelPage(mediator)
{
    public IReadOnlyList<OwnAnswer> Answers { get; private set; } = [];

    [BindProperty]
    public bool Sure { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(evenClosed: false, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Sure)
        {
            ModelState.AddModelError("", "Tick the box first. Nothing is deleted yet");
            var shown = await ShowAsync(evenClosed: false, cancellationToken);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return shown;
        }

        return await AfterAsync(
            await Mediator.Send(new WithdrawAnswers(Key), cancellationToken),
            _ =>
            {
                PanelCookie.Clear(HttpContext);
                return LocalRedirect(StopForNow.IndexModel.Deleted);
            },
            () => ShowAsync(evenClosed: true, cancellationToken));
    }

    private async Task<IActionResult> ShowAsync(bool evenClosed, CancellationToken cancellationToken)
    {
        if (await SitAsync(cancellationToken, evenClosed) is { } elsewhere)
        {
            return elsewhere;
        }

        Answers = (await Mediator.Send(new SeeOwnAnswers(Key), cancellationToken)).Value;
        return Page();
    }
}
