using System.Globalization;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Work;

namespace Medway.LocalOffer.Improvement.Features.Packs;

/// <summary>What the other parts of the product count by themselves, for one cycle of the board. Small ones are not shown: guests read them.</summary>
internal sealed class LiveFigures(IEnumerable<IKpiSource> sources) : IPackKpis
{
    public const string TooFew = "too few to show";

    public async Task<IReadOnlyList<PackKpi>?> ReadAsync(DateOnly on, CancellationToken cancellationToken)
    {
        var period = new KpiPeriod(on.AddDays(-PartFacts.DaysOfACycle), on.AddDays(-1));
        List<PackKpi> figures = [];
        foreach (var (source, kpi) in sources.SelectMany(source => source.Kpis.Select(kpi => (source, kpi))).OrderBy(one => one.kpi.Code, StringComparer.Ordinal))
        {
            var value = await source.ValueAsync(kpi.Code, period, cancellationToken);
            figures.Add(new(kpi.Code, kpi.Name, $"{period.From.Short()} to {period.Until.Short()}", InWords(value), Aim: null, Exception: null));
        }

        return figures.Count == 0 ? null : figures;
    }

    /// <summary>A whole per cent of shares, a whole number of counts.</summary>
    public static string InWords(KpiValue? value) => value switch
    {
        null => "not known",
        { IsSuppressed: true } => TooFew,
        { Denominator: { } whole } when whole > 0 => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(100 * value.Numerator / whole, MidpointRounding.AwayFromZero):0} %"),
        _ => value.Numerator.ToString("#,0.##", CultureInfo.InvariantCulture),
    };
}
