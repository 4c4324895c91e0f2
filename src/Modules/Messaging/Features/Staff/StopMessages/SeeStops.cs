using MediatR;
using Medway.LocalOffer.Messaging.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Web.Forms;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Messaging.Features.Staff.StopMessages;

internal sealed record SeeStops : IQuery<StopsView>
{
    public Permission Permission => MessagingPermissions.Stop;
}

internal sealed record StopsView(IReadOnlyList<Stop> Stops, IReadOnlyList<Choice> Templates)
{
    public string What(Stop stop) => stop.Kind switch
    {
        StopKind.Everything => "Everything is stopped",
        StopKind.Template => $"Stopped: {Templates.FirstOrDefault(choice => choice.Value == stop.Template)?.Text ?? stop.Template}",
        _ => "Everything for one person is stopped",
    };
}

internal sealed class SeeStopsHandler(MessagingDbContext context) : IRequestHandler<SeeStops, Outcome<StopsView>>
{
    public async Task<Outcome<StopsView>> Handle(SeeStops request, CancellationToken cancellationToken) => new StopsView(
        await context.Stops.AsNoTracking().Where(s => s.LiftedAt == null).OrderBy(s => s.At).ToListAsync(cancellationToken),
        [.. (await context.Templates.AsNoTracking().OrderBy(t => t.Title).ToListAsync(cancellationToken)).Select(t => new Choice(t.Name, t.Title))]);
}
