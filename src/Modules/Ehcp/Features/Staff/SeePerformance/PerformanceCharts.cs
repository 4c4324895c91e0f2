using System.Globalization;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Web.Charts;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeePerformance;

/// <summary>The charts of the page and of its file, each with the words that say what it shows.</summary>
internal static class PerformanceCharts
{
    private const int All = 100;

    public static IReadOnlyList<Chart> Of(PerformanceView view) =>
    [
        TwentyWeeks(view, withExceptions: true),
        TwentyWeeks(view, withExceptions: false),
        Ages(view),
        Funnel(view),
        Refused(view),
        Advice(view),
        Reviews(view),
        .. LedgerCharts.Of(view),
    ];

    private static Chart TwentyWeeks(PerformanceView view, bool withExceptions)
    {
        var year = Timeliness.FinalInTwentyWeeks(view.Records, view.From, view.Today, withExceptions);
        return new Chart(
            ChartKind.Line, withExceptions ? "twenty" : "twenty-without",
            withExceptions ? "Final plans sent within 20 weeks" : "Final plans sent within 20 weeks, without those with an exception",
            $"In these twelve months: {view.Numbers.Words(year)}. The law says 20 weeks for each plan without an exception; it counts plans that were sent, so look at what is open too.",
            "Month", "Percent",
            [.. view.Months.Select(month => view.Numbers.Percent(
                month.ToString("MMM yyyy", CultureInfo.GetCultureInfo("en-GB")),
                Timeliness.FinalInTwentyWeeks(view.Records, month, month.AddMonths(1).AddDays(-1), withExceptions)))],
            All);
    }

    private static Chart Ages(PerformanceView view) => new(
        ChartKind.Bars, "ages", "Open requests by age",
        $"Past 20 weeks and open today: {view.Numbers.Count(Workload.OpenPastTwentyWeeks(view.Records, view.Today))}.",
        "Age", "Requests", view.Numbers.Counts(Workload.OpenByAge(view.Records, view.Today)));

    private static Chart Funnel(PerformanceView view) => new(
        ChartKind.Funnel, "funnel", "How far the requests of these months have come",
        $"Decided within six weeks: {view.Numbers.Words(Timeliness.DecidedInSixWeeks(view.Records, view.From, view.Today))}. Heard by the stage 1 panel within six weeks: {view.Numbers.Words(Timeliness.HeardInSixWeeks(view.Records, view.From, view.Today))}. The newest are still on their way.",
        "Step", "Requests", view.Numbers.Counts(Workload.Funnel(view.Records, view.From, view.Today)));

    private static Chart Refused(PerformanceView view) => new(
        ChartKind.Bars, "refused", "Refusals and appeals",
        "Of the requests of these months.", "What", "Requests", view.Numbers.Counts(Workload.Refused(view.Records, view.From, view.Today)));

    private static Chart Advice(PerformanceView view)
    {
        var advice = Workload.Advice(view.Records, view.From, view.Today, view.Today);
        return new Chart(
            ChartKind.Bars, "advice", "Advice that is late today",
            "By who gives it. The law gives each adviser six weeks; an exception does not take it off this list.",
            "Who gives it", "Late", view.Numbers.Counts([.. advice.Select(one => new Band(EhcpWords.Of(one.Adviser), one.Late))]));
    }

    private static Chart Reviews(PerformanceView view) => new(
        ChartKind.Bars, "reviews", "Reviews that wait for a decision, by weeks since the meeting",
        $"Plans whose yearly review is overdue: {view.Numbers.Count(Workload.ReviewsOverdue(view.Records, view.Today))}. Decided within four weeks of the meeting: {view.Numbers.Words(Timeliness.ReviewDecisionsInFourWeeks(view.Records, view.From, view.Today))}.",
        "Since the meeting", "Reviews", view.Numbers.Counts(Workload.ReviewsByAge(view.Records, view.Today)));
}
