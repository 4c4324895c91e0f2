using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Medway.LocalOffer.CoDesign.Features.Panel.HearPart;

/// <summary>What the player of a part plays. In pieces too: some players play nothing that they cannot jump in.</summary>
internal static class HearPartEndpoint
{
    public static string At(int number) => $"/panel/parts/{number}/recording";

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/panel/parts/{number:int}/recording", async (int number, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        {
            var outcome = await mediator.Send(new HearPart(PanelCookie.Read(http), number), cancellationToken);
            return outcome.IsOk ? Results.Bytes(outcome.Value.Content, outcome.Value.MediaType, enableRangeProcessing: true) : Results.NotFound();
        })
        .AllowAnonymous();
}
