using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Data;

/// <summary>A number with what it means, its figures, and the colour that follows from both today.</summary>
/// <param name="Figures">Of every series, the latest word on each period, in order of time.</param>
/// <param name="HasData">There is a figure that still says something.</param>
internal sealed record KpiState(ImprovementKpi Kpi, KpiDefinition Definition, IReadOnlyList<KpiFigure> Figures, KpiAim? Aim, BragResult Result, bool HasData)
{
    public IEnumerable<KpiFigure> Own => Figures.Where(figure => figure.Series == KpiFigure.Main);

    public KpiFigure? Latest => Own.LastOrDefault();

    public string Words(KpiFigure figure) => figure.Words ?? (figure.Value is { } value ? KpiWords.Value(Kpi.Unit, value) : "too few to show");
}

/// <summary>Reads numbers with their figures. Three statements, however many numbers there are.</summary>
internal sealed class KpiReader(ImprovementDbContext context, TimeProvider clock)
{
    /// <param name="only">One code; null reads them all.</param>
    public Task<IReadOnlyList<KpiState>> ReadAsync(string? only, CancellationToken cancellationToken) =>
        ReadAsync(context.Kpis.Where(kpi => only == null || kpi.Code == only), cancellationToken);

    /// <summary>What the numbers of actions say, by action. One that no number measures is not in it.</summary>
    /// <param name="only">One action; null reads them all.</param>
    public async Task<IReadOnlyDictionary<Guid, NumberFacts>> ByActionAsync(Guid? only, CancellationToken cancellationToken) =>
        (await ReadAsync(context.Kpis.Where(kpi => kpi.ActionId != null && (only == null || kpi.ActionId == only)), cancellationToken))
            .GroupBy(state => state.Kpi.ActionId!.Value)
            .ToDictionary(action => action.Key, action => new NumberFacts(action.FirstOrDefault(state => state.Result.Colour == Brag.Red)?.Kpi.Code, action.All(state => !state.HasData)));

    /// <summary>The latest word on each period of each series.</summary>
    public static IReadOnlyList<KpiFigure> LatestOf(IEnumerable<KpiFigure> figures) =>
    [
        .. figures.GroupBy(figure => (figure.Series, figure.Until))
            .Select(period => period.OrderBy(figure => figure.AsAt).ThenBy(figure => figure.Id).Last())
            .OrderBy(figure => figure.Until).ThenBy(figure => figure.Series, StringComparer.Ordinal),
    ];

    private KpiState StateOf(ImprovementKpi kpi, KpiDefinition definition, IReadOnlyList<KpiFigure> figures)
    {
        var target = definition.IsTargetEngland ? figures.LastOrDefault(figure => figure is { Series: KpiFigure.England, Value: not null })?.Value : definition.TargetValue;
        var aim = target is { } value && definition.Polarity is { } polarity
            ? new KpiAim(value, definition.TargetOn, definition.BaselineValue, definition.BaselineOn, polarity == KpiPolarity.Lower, definition.IsTargetStrict)
            : null;
        List<KpiPoint> points = [.. figures.Where(figure => figure is { Series: KpiFigure.Main, Value: not null }).Select(figure => new KpiPoint(figure.Until, figure.Value!.Value))];
        var stale = KpiPeriods.DaysUntilStale(definition.Frequency ?? KpiFrequency.Month) + (definition.LagDays ?? 0);
        var today = clock.Today();
        return new KpiState(kpi, definition, figures, aim, KpiRules.Of(points, aim, stale, today), KpiRules.HasData(points, stale, today));
    }

    private async Task<IReadOnlyList<KpiState>> ReadAsync(IQueryable<ImprovementKpi> wanted, CancellationToken cancellationToken)
    {
        var kpis = await wanted.AsNoTracking().OrderBy(kpi => kpi.Position).ToListAsync(cancellationToken);
        var ids = wanted.Select(kpi => kpi.Id);
        var definitions = (await context.KpiDefinitions.AsNoTracking().Where(one => ids.Contains(one.KpiId)).ToListAsync(cancellationToken)).ToLookup(one => one.KpiId);
        var figures = (await context.KpiFigures.AsNoTracking().Where(one => ids.Contains(one.KpiId)).ToListAsync(cancellationToken)).ToLookup(one => one.KpiId);
        return [.. kpis.Select(kpi => StateOf(kpi, definitions[kpi.Id].OrderBy(one => one.At).ThenBy(one => one.Id).Last(), LatestOf(figures[kpi.Id])))];
    }
}
