using Medway.LocalOffer.Improvement.Data;
using Medway.LocalOffer.Improvement.Domain;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Web.Charts;

namespace Medway.LocalOffer.Improvement.Features.Staff.SeeKpi;

/// <summary>The run of a number's own figures, with words that say whether anything has really changed.</summary>
internal static class KpiCharts
{
    public static Chart Of(KpiState state)
    {
        List<KpiFigure> own = [.. state.Own];
        return new Chart(
            ChartKind.Run, "run", state.Kpi.Name, Says([.. own.Select(figure => figure.Value)]), "Until", KpiWords.Of(state.Kpi.Unit),
            [.. own.Select(figure => new ChartPoint(figure.Until.Short(), figure.Value, figure.Value is null ? "too few to show" : null))],
            state.Aim?.Target);
    }

    /// <summary>Shift, trend, astronomical point, or that it is noise.</summary>
    public static string Says(IReadOnlyList<decimal?> values)
    {
        var known = values.Count(value => value is not null);
        if (known < RunOfPoints.FewestForLimits)
        {
            return $"{known} figures so far: fewer than {RunOfPoints.FewestForLimits}, so nothing can be said about change yet.";
        }

        List<string> found = [];
        Add(RunOfPoints.InAShift(values), $"a shift: {RunOfPoints.Shift} or more in a row on one side of the median");
        Add(RunOfPoints.InATrend(values), $"a trend: {RunOfPoints.Trend} or more in a row that go one way");
        Add(RunOfPoints.Astronomical(values), "an astronomical point: one outside the limits");
        return found.Count == 0 ? "No real change: what goes up and down here is noise." : $"There is {string.Join(", and ", found)}. Something has changed.";

        void Add(IReadOnlyList<bool> marks, string words)
        {
            if (marks.Contains(true))
            {
                found.Add(words);
            }
        }
    }
}
