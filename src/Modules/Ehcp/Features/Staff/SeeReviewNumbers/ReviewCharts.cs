using Medway.LocalOffer.Ehcp.Data;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Numbers;
using Medway.LocalOffer.Ehcp.Features.Reviews;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Platform.Web.Charts;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeeReviewNumbers;

/// <summary>The charts of the page, each with the words that say what it shows.</summary>
internal static class ReviewCharts
{
    public static IReadOnlyList<Chart> Of(ReviewNumbers view) => [Overdue(view), Undecided(view), Ahead(view), Moves(view), Came(view), Reports(view), Settings(view), Health(view)];

    private static Chart Overdue(ReviewNumbers view) => Burn(
        view, "overdue", "Plans whose yearly review was overdue", "Plans", day => Backlog.OverdueOn(view.Records, day),
        "The law says each year (Children and Families Act 2014, s44). It burns down when the line falls.");

    private static Chart Undecided(ReviewNumbers view) => Burn(
        view, "undecided", "Meetings whose four weeks had passed without a decision", "Reviews", day => Backlog.UndecidedOn(view.Records, day),
        "The law says four weeks from the meeting (SEND Regulations 2014, regs 20(10) and 21).");

    private static Chart Burn(ReviewNumbers view, string id, string title, string what, Func<DateOnly, int> count, string law)
    {
        List<Band> bands = [.. view.Days.Select(day => new Band(day == view.Today ? "today" : day.Short(), count(day)))];
        return new Chart(
            ChartKind.Line, id, title, $"Today: {view.Numbers.Count(bands[^1].Count)}. A year ago: {view.Numbers.Count(bands[0].Count)}. {law}", "At the end of", what, view.Numbers.Counts(bands));
    }

    private static Chart Ahead(ReviewNumbers view) => new(
        ChartKind.Bars, "ahead", "Yearly reviews to come", "Each stands in one row: the weeks until its last day.", "When", "Reviews",
        view.Numbers.Counts(Bands(view, ReviewDates.IsReview)));

    private static Chart Moves(ReviewNumbers view) => new(
        ChartKind.Bars, "moves", "Moves of phase to come", "Plans that must name the new place: before 15 February, before 31 March, or five months before (SEND Regulations 2014, reg 18).", "When", "Plans",
        view.Numbers.Counts(Bands(view, date => date.Rule.Kind == RuleKind.Law && ReviewDates.IsMove(date))));

    private static Chart Came(ReviewNumbers view) => new(
        ChartKind.Bars, "came", "Who came to review meetings", WrittenDown(view), "Who", "Meetings",
        view.Numbers.Counts([.. Enum.GetValues<ReviewAgency>().Select(agency => new Band(ReviewWords.Of(agency), view.Parts.Count(part => part.Agency == agency && part.Came)))]));

    private static Chart Reports(ReviewNumbers view) => new(
        ChartKind.Bars, "reports", "Who sent a report to review meetings", WrittenDown(view), "Who", "Meetings",
        view.Numbers.Counts([.. Enum.GetValues<ReviewAgency>().Select(agency => new Band(ReviewWords.Of(agency), view.Parts.Count(part => part.Agency == agency && part.SentReport)))]));

    private static string WrittenDown(ReviewNumbers view) =>
        $"Meetings of the last 12 months: {view.Numbers.Count(view.Meetings)}. It is written down for {view.Numbers.Count(view.Parts.Select(part => part.Meeting).Distinct().Count())} of them.";

    private static Chart Settings(ReviewNumbers view) => new(
        ChartKind.Bars, "settings", "Where children are taught", "Of open records on which it is written down.", "Where", "Children",
        view.Numbers.Counts([.. Enum.GetValues<SettingKind>().Select(kind => new Band(SettingWords.Short(kind), view.Settings.Count(one => one.Kind == kind)))]));

    private static Chart Health(ReviewNumbers view)
    {
        var told = view.Settings.Where(one => SettingRules.HealthIsTold(one.Kind)).ToList();
        return new Chart(
            ChartKind.Bars, "health", "Children not taught at a school: does health know?", told.Count == 0 ? "There is no such child on record." : $"Health was told: {view.Numbers.Words(new Share(told.Count(one => one.HealthKnows), told.Count))}.", "Health", "Children",
            view.Numbers.Counts([new Band("Was told", told.Count(one => one.HealthKnows)), new Band("Was not told", told.Count(one => !one.HealthKnows))]));
    }

    private static List<Band> Bands(ReviewNumbers view, Func<DueDate, bool> which)
    {
        var days = view.Ahead.Where(which).Select(date => date.Day!.Value.DayNumber - view.Today.DayNumber).ToList();
        return
        [
            new("Overdue", days.Count(day => day < 0)), new("Within 6 weeks", days.Count(day => day is >= 0 and <= 42)), new("7 to 12 weeks", days.Count(day => day is > 42 and <= 84)),
            new("13 to 26 weeks", days.Count(day => day is > 84 and <= 182)),
        ];
    }
}
