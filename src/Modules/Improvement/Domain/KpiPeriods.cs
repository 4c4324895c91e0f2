using Medway.LocalOffer.Platform.Work;

namespace Medway.LocalOffer.Improvement.Domain;

/// <summary>The stretches of time for which a number is taken.</summary>
internal static class KpiPeriods
{
    /// <param name="count">At most so many.</param>
    /// <returns>Those that have ended, the latest first.</returns>
    public static IEnumerable<KpiPeriod> Ended(KpiFrequency frequency, DateOnly today, int count)
    {
        var months = Months(frequency);
        var begin = new DateOnly(today.Year, today.Month - ((today.Month - 1) % months), 1);
        for (var i = 0; i < count; i++)
        {
            var end = begin.AddDays(-1);
            begin = begin.AddMonths(-months);
            yield return new KpiPeriod(frequency == KpiFrequency.YearSoFar ? new DateOnly(end.Year, 1, 1) : begin, end);
        }
    }

    /// <summary>Days after the end of a period, and its lag, after which the figure of the next one but one is missing too.</summary>
    public static int DaysUntilStale(KpiFrequency frequency) => 2 * 31 * Months(frequency);

    private static int Months(KpiFrequency frequency) => frequency switch
    {
        KpiFrequency.TwoMonths => 2,
        KpiFrequency.Quarter => 3,
        KpiFrequency.Year => 12,
        _ => 1,
    };
}
