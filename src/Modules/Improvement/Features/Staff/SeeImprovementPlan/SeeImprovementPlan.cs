using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.SeeImprovementPlan;

/// <summary>The whole plan, with the colour of each part today.</summary>
internal sealed record SeeImprovementPlan : IQuery<PlanView>
{
    public Permission Permission => ImprovementPermissions.See;
}

/// <param name="Overridden">How many colours are somebody's word instead of the rule's.</param>
internal sealed record PlanView(string Title, DateOnly Today, DateOnly? NextBoard, IReadOnlyList<AreaView> Areas, int Overridden)
{
    public IEnumerable<PartState> Parts => Areas.SelectMany(area => area.Actions).SelectMany(action => action.Parts);
}

internal sealed record AreaView(ImprovementArea Area, IReadOnlyList<ActionView> Actions);

internal sealed record ActionView(ImprovementAction Action, IReadOnlyList<PartState> Parts);

internal sealed class SeeImprovementPlanHandler(ImprovementDbContext context, PartReader reader, TimeProvider clock) : IRequestHandler<SeeImprovementPlan, Outcome<PlanView>>
{
    public async Task<Outcome<PlanView>> Handle(SeeImprovementPlan request, CancellationToken cancellationToken)
    {
        if (await context.Plans.AsNoTracking().OrderBy(plan => plan.LoadedAt).FirstOrDefaultAsync(cancellationToken) is not { } plan)
        {
            return Outcome.NotFound;
        }

        var areas = await context.Areas.AsNoTracking().Where(area => area.PlanId == plan.Id).OrderBy(area => area.Number).ToListAsync(cancellationToken);
        var actions = (await context.Actions.AsNoTracking().OrderBy(action => action.Position).ToListAsync(cancellationToken)).ToLookup(action => action.AreaId);
        var states = await reader.ReadAsync(only: null, cancellationToken);
        var parts = states.ToLookup(state => state.Part.ActionId);
        return new PlanView(
            plan.Title,
            clock.Today(),
            await reader.NextBoardAsync(cancellationToken),
            [.. areas.Select(area => new AreaView(area, [.. actions[area.Id].Select(action => new ActionView(action, [.. parts[action.Id]]))]))],
            states.Count(state => state.IsOverridden));
    }
}
