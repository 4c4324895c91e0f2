using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.SeeKpi;

/// <summary>One number with its figures, and why the plan wants it.</summary>
internal sealed record SeeKpi(string Code) : IQuery<KpiView>
{
    public Permission Permission => ImprovementPermissions.See;
}

/// <param name="Action">Null when only another paper names the number.</param>
/// <param name="Parts">What the action is to bring about.</param>
internal sealed record KpiView(KpiState State, ImprovementArea? Area, ImprovementAction? Action, IReadOnlyList<ImprovementPart> Parts);

internal sealed class SeeKpiHandler(ImprovementDbContext context, KpiReader reader) : IRequestHandler<SeeKpi, Outcome<KpiView>>
{
    public async Task<Outcome<KpiView>> Handle(SeeKpi request, CancellationToken cancellationToken)
    {
        if (request.Code.Length > 10 || (await reader.ReadAsync(request.Code, cancellationToken)).SingleOrDefault() is not { } state)
        {
            return Outcome.NotFound;
        }

        var action = await context.Actions.AsNoTracking().SingleOrDefaultAsync(one => one.Id == state.Kpi.ActionId, cancellationToken);
        return new KpiView(
            state,
            action is null ? null : await context.Areas.AsNoTracking().SingleAsync(area => area.Id == action.AreaId, cancellationToken),
            action,
            action is null ? [] : await context.Parts.AsNoTracking().Where(part => part.ActionId == action.Id).OrderBy(part => part.Position).ToListAsync(cancellationToken));
    }
}
