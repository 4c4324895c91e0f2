using MediatR;
using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Web.Lists;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Ehcp.Features.Staff.ListEhcPanels;

/// <summary>Panels with how many requests are on them: no child is named.</summary>
internal sealed record ListEhcPanels(ListQuery Query) : IQuery<Listed<PanelRow>>
{
    public Permission Permission => EhcpPermissions.ReadPanels;
}

/// <param name="Waiting">Requests for which nobody has written down what the panel said.</param>
internal sealed record PanelRow(Guid Id, PanelKind Kind, DateOnly HeldOn, int Requests, int Waiting, bool HasMet);

internal sealed class ListEhcPanelsHandler(EhcpDbContext context, TimeProvider clock) : IRequestHandler<ListEhcPanels, Outcome<Listed<PanelRow>>>
{
    public async Task<Outcome<Listed<PanelRow>>> Handle(ListEhcPanels request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var panels = context.Panels.AsNoTracking();
        panels = request.Query["show"] == "all" ? panels : panels.Where(panel => panel.HeldOn >= today || context.PanelItems.Any(item => item.PanelId == panel.Id && item.Outcome == null));
        panels = request.Query.Sort == "-date" ? panels.OrderByDescending(panel => panel.HeldOn).ThenBy(panel => panel.Id) : panels.OrderBy(panel => panel.HeldOn).ThenBy(panel => panel.Id);
        return await panels
            .Select(panel => new PanelRow(
                panel.Id, panel.Kind, panel.HeldOn, context.PanelItems.Count(item => item.PanelId == panel.Id),
                context.PanelItems.Count(item => item.PanelId == panel.Id && item.Outcome == null), panel.HeldOn < today))
            .ToPageAsync(request.Query, cancellationToken);
    }
}
