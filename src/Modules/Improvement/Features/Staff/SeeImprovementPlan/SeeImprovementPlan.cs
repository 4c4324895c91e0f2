using MediatR;
using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Mediation;
using Medway.LocalOffer.Platform.Outcomes;
using Medway.LocalOffer.Platform.Security;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Features.Staff.SeeImprovementPlan;

/// <summary>One plan whole, with the colour of each part today.</summary>
/// <param name="Slug">Which one; the one that was loaded first when it is empty.</param>
internal sealed record SeeImprovementPlan(string Slug) : IQuery<PlanView>
{
    public Permission Permission => ImprovementPermissions.See;
}

/// <param name="Overridden">How many colours are somebody's word instead of the rule's.</param>
/// <param name="Others">The other plans that are loaded.</param>
internal sealed record PlanView(string Title, IReadOnlyList<OtherPlan> Others, DateOnly Today, DateOnly? NextBoard, IReadOnlyList<AreaView> Areas, int Overridden)
{
    public IEnumerable<PartState> Parts => Areas.SelectMany(area => area.Actions).SelectMany(action => action.Parts);
}

internal sealed record OtherPlan(string Slug, string Title);

internal sealed record AreaView(ImprovementArea Area, IReadOnlyList<ActionView> Actions);

internal sealed record ActionView(ImprovementAction Action, IReadOnlyList<PartState> Parts);

internal sealed class SeeImprovementPlanHandler(ImprovementDbContext context, PartReader reader, TimeProvider clock) : IRequestHandler<SeeImprovementPlan, Outcome<PlanView>>
{
    public async Task<Outcome<PlanView>> Handle(SeeImprovementPlan request, CancellationToken cancellationToken)
    {
        var plans = await context.Plans.AsNoTracking().OrderBy(plan => plan.LoadedAt).ThenBy(plan => plan.Id).ToListAsync(cancellationToken);
        if (plans.Find(plan => request.Slug.Length == 0 || plan.Slug == request.Slug) is not { } plan)
        {
            return Outcome.NotFound;
        }

        var areas = await context.Areas.AsNoTracking().Where(area => area.PlanId == plan.Id).OrderBy(area => area.Number).ToListAsync(cancellationToken);
        var actions = (await context.Actions.AsNoTracking().OrderBy(action => action.Position).ToListAsync(cancellationToken)).ToLookup(action => action.AreaId);
        var here = areas.SelectMany(area => actions[area.Id]).Select(action => action.Id).ToHashSet();
        var states = (await reader.ReadAsync(only: null, cancellationToken)).Where(state => here.Contains(state.Part.ActionId)).ToList();
        var parts = states.ToLookup(state => state.Part.ActionId);
        return new PlanView(
            plan.Title,
            [.. plans.Where(other => other.Id != plan.Id).Select(other => new OtherPlan(other.Slug, other.Title))],
            clock.Today(),
            await reader.NextBoardAsync(cancellationToken),
            [.. areas.Select(area => new AreaView(area, [.. actions[area.Id].Select(action => new ActionView(action, [.. parts[action.Id]]))]))],
            states.Count(state => state.IsOverridden));
    }
}
