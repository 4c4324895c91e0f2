using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Medway.LocalOffer.Listings.Features.ViewService;

/// <summary>What every page about one service answers when the service is not there: moved for good, gone, or never there.</summary>
internal static class ServiceAnswers
{
    /// <param name="rest">What follows the slug in the address, for example <c>/text</c>.</param>
    public static async Task<IActionResult> ServiceAsync(
        this IMediator mediator, string slug, string rest, Func<ServiceView, IActionResult> show, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new ViewService(slug), cancellationToken);
        return outcome switch
        {
            { IsOk: false } => new NotFoundResult(),
            { Value: { View: { } view } } => show(view),
            { Value: { MovedTo: { } moved } } => new LocalRedirectResult($"/services/{moved}{rest}", permanent: true),
            _ => new StatusCodeResult(StatusCodes.Status410Gone),
        };
    }
}
