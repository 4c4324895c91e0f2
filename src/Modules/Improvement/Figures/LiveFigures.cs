using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Data;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Medway.LocalOffer.Improvement.Figures;

/// <summary>
/// Takes what other modules count as dated figures. A period that has ended is taken once; the latest is counted again each time, and another figure
/// is written beside the first when records came late. A module that has no records gives none: not known is never 0.
/// </summary>
internal sealed class LiveFigures(ImprovementDbContext context, IEnumerable<IKpiSource> sources, TimeProvider clock)
{
    /// <summary>So many periods back, so that a run chart has points from the first day.</summary>
    private const int Periods = 12;

    public const string Source = "Counted by this site";

    /// <returns>How many figures were written.</returns>
    public async Task<int> TakeAsync(CancellationToken cancellationToken)
    {
        var feeds = sources.SelectMany(source => source.Kpis.Select(kpi => (kpi.Code, Source: source))).ToDictionary(feed => feed.Code, feed => feed.Source, StringComparer.Ordinal);
        var kpis = await context.Kpis.AsNoTracking().Where(kpi => kpi.Feed != null).OrderBy(kpi => kpi.Position).ToListAsync(cancellationToken);
        var often = (await context.KpiDefinitions.AsNoTracking().OrderBy(one => one.At).ThenBy(one => one.Id).Select(one => new { one.KpiId, one.Frequency }).ToListAsync(cancellationToken))
            .ToLookup(one => one.KpiId, one => one.Frequency);
        await context.Database.LockAsync("improvement.figures", cancellationToken);
        var written = 0;
        foreach (var counted in kpis.Where(kpi => feeds.ContainsKey(kpi.Feed!)).GroupBy(kpi => feeds[kpi.Feed!]))
        {
            List<Missing> missing = [];
            foreach (var kpi in counted)
            {
                missing.AddRange(await MissingAsync(kpi, often[kpi.Id].LastOrDefault() ?? KpiFrequency.Month, cancellationToken));
            }

            written += Add(missing, await counted.Key.ValuesAsync([.. missing.Select(one => (one.Kpi.Feed!, one.Period))], cancellationToken));
        }

        await context.SaveChangesAsync(cancellationToken);
        return written;
    }

    /// <summary>Periods without a figure, and the latest again.</summary>
    private async Task<IEnumerable<Missing>> MissingAsync(ImprovementKpi kpi, KpiFrequency frequency, CancellationToken cancellationToken)
    {
        var taken = KpiReader.LatestOf(await context.KpiFigures.AsNoTracking()
                .Where(figure => figure.KpiId == kpi.Id && figure.Series == KpiFigure.Main).ToListAsync(cancellationToken))
            .ToDictionary(figure => figure.Until);
        return KpiPeriods.Ended(frequency, clock.Today(), Periods).Index()
            .Select(period => (period.Index, One: new Missing(kpi, period.Item, taken.GetValueOrDefault(period.Item.Until))))
            .Where(period => period.Index == 0 || period.One.Before is null).Select(period => period.One);
    }

    private int Add(List<Missing> missing, IReadOnlyList<KpiValue?> values)
    {
        var written = 0;
        foreach (var (one, value) in missing.Zip(values))
        {
            if (value is not null && FigureOf(one.Kpi, value) is var figure && one.Before?.IsSameAs(figure) != true)
            {
                context.KpiFigures.Add(figure);
                written++;
            }
        }

        return written;
    }

    /// <summary>What is too small to leave those who work with the records is kept as such, without the number.</summary>
    private KpiFigure FigureOf(ImprovementKpi kpi, KpiValue value) => new()
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        KpiId = kpi.Id,
        Series = KpiFigure.Main,
        From = value.Period.From,
        Until = value.Period.Until,
        Numerator = value.IsSuppressed ? null : value.Numerator,
        Denominator = value.IsSuppressed ? null : value.Denominator,
        Value = value.IsSuppressed ? null : ValueOf(value.Numerator, value.Denominator),
        Origin = FigureOrigin.Live,
        Source = Source,
        AsAt = value.AsAt,
    };

    /// <summary>A share in per cent, or so many for each hundred, to one place; or the count itself.</summary>
    public static decimal ValueOf(decimal numerator, decimal? denominator) =>
        denominator is { } whole ? Math.Round(100 * numerator / whole, 1, MidpointRounding.AwayFromZero) : numerator;

    /// <param name="Before">What was counted of this period the last time; null when nothing was.</param>
    private readonly record struct Missing(ImprovementKpi Kpi, KpiPeriod Period, KpiFigure? Before);
}
