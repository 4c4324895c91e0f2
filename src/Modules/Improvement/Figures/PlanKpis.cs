using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Figures;

/// <summary>What the plan counts about itself (back-office Appendix D, "parts on baseline").</summary>
internal sealed class PlanKpis(ImprovementDbContext context, TimeProvider clock) : IKpiSource
{
    public const string NeverMoved = "improvement.parts-never-moved";

    public IReadOnlyList<Kpi> Kpis => [new(NeverMoved, "Parts of the plan whose date was never moved", "Parts whose date had not been moved by the end of the period", "Parts of the plan")];

    public async Task<KpiValue?> ValueAsync(string code, KpiPeriod period, CancellationToken cancellationToken)
    {
        var end = UkTime.StartOf(period.Until.AddDays(1));
        var parts = await context.Parts.CountAsync(
            part => context.Actions.Any(action => action.Id == part.ActionId
                && context.Areas.Any(area => area.Id == action.AreaId && context.Plans.Any(plan => plan.Id == area.PlanId && plan.LoadedAt < end))),
            cancellationToken);
        if (code != NeverMoved || parts == 0)
        {
            return null;
        }

        var moved = await context.Moves.Where(move => move.At < end).Select(move => move.PartId).Distinct().CountAsync(cancellationToken);
        return new KpiValue(code, period, parts - moved, parts, clock.GetUtcNow(), IsSuppressed: false);
    }
}
