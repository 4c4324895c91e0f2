using System.Text;
using MediatR;
using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Listings.Domain.Sessions;
using Medway.LocalOffer.Listings.Features.ViewService;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Medway.LocalOffer.Listings.Features.Api;

/// <summary>A service as a calendar file and as plain words. Not cached: both print the name that this site was asked by.</summary>
internal static class ServiceEndpoints
{
    public static void MapServiceFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/services/{slug}/calendar.ics", (string slug, HttpContext http, IMediator mediator, TimeProvider clock, CancellationToken cancellationToken) =>
            AnswerAsync(slug, "/calendar.ics", http, mediator, (service, link) => service.Next.Count == 0
                ? Results.NotFound()
                : Results.Text(
                    CalendarText.Write(
                        service.Id,
                        service.Name,
                        service.Places is [var only, ..] ? CardWords.FullPlace(only.Words) : service.Area,
                        $"{service.Summary} {(service.Phone is null ? "" : $"Call {service.Phone} first: times can change.")}".TrimEnd(),
                        link,
                        service.Dates,
                        clock.GetUtcNow()),
                    "text/calendar",
                    Encoding.UTF8), cancellationToken)).AllowAnonymous();

        endpoints.MapGet("/services/{slug}/text", (string slug, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
            AnswerAsync(slug, "/text", http, mediator, (service, link) => Results.Text(ServiceText.Plain(service, link.AbsoluteUri), "text/plain", Encoding.UTF8), cancellationToken))
            .AllowAnonymous();
    }

    private static async Task<IResult> AnswerAsync(
        string slug, string rest, HttpContext http, IMediator mediator, Func<ServiceView, Uri, IResult> show, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new ViewService.ViewService(slug), cancellationToken);
        return outcome switch
        {
            { IsOk: false } => Results.NotFound(),
            { Value: { View: { } view } } => show(view, new Uri($"{http.Request.Scheme}://{http.Request.Host}/services/{view.Slug}")),
            { Value: { MovedTo: { } moved } } => Results.LocalRedirect($"/services/{moved}{rest}", permanent: true),
            _ => Results.StatusCode(StatusCodes.Status410Gone),
        };
    }
}
