using System.Globalization;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Numbers;
using Medway.LocalOffer.Ehcp.Touchpoints;
using Medway.LocalOffer.Platform.Web.Charts;

namespace Medway.LocalOffer.Ehcp.Features.Staff.SeePerformance;

/// <summary>What families were told: how long they heard nothing, and which promises were kept.</summary>
internal static class LedgerCharts
{
    private const int Shown = 5;

    private static readonly (string Code, string Name)[] Moments =
        [("NA-07", "Decision whether to assess"), (FamilyAnswer.Draft, "Draft plan"), ("NA-18", "Final plan"), ("AR-04", "Decision after a review")];

    public static IReadOnlyList<Chart> Of(PerformanceView view) => [Silence(view), Kept(view), KeptByPart(view), KnowNext(view), KnowNextAfter(view), Drafts(view), AskedAgain(view)];

    private static Chart Silence(PerformanceView view)
    {
        var records = view.Told.Records;
        var worst = Silences.Worst(records, view.From, view.Today, Shown);
        var longest = view.Numbers.IsExact && worst.Count > 0 ? $" The longest, in days: {string.Join(", ", worst.Select(days => days.ToString("N0", CultureInfo.InvariantCulture)))}." : "";
        return new Chart(
            ChartKind.Bars, "silence", "The longest time for which families heard nothing",
            $"Never longer than {Silences.Longest} days: {view.Numbers.Words(Silences.Within(records, view.From, view.Today))}.{longest} Only what arrived, or was said, counts. It counts from the request, for whoever waited {Silences.Longest} days or more.",
            "Longest silence", "Families", view.Numbers.Counts(Silences.Curve(records, view.From, view.Today)));
    }

    private static Chart Kept(PerformanceView view) => new(
        ChartKind.Bars, "promises", "What we promised to tell families, and whether we did",
        $"Told in time: {view.Numbers.Words(Promises.OnTime(view.Told.Promises, view.From, view.Today))} of all that was due in these months, what was not needed too. Questions answered by their day: {view.Numbers.Words(view.Told.AnsweredInTime(view.From, view.Today))}.",
        "What became of it", "Promises", view.Numbers.Counts(Promises.ByState(view.Told.Promises, view.From, view.Today)));

    private static Chart KeptByPart(PerformanceView view) => new(
        ChartKind.Bars, "promises-by-part", "Promises that were kept in time, by what they were about",
        "Each part of the list of what families hear, and when.",
        "About", "Percent in time", [.. Promises.ByPart(view.Told.Promises, view.From, view.Today).Select(part => view.Numbers.Percent(part.Name, part.OnTime))]);

    private static Chart KnowNext(PerformanceView view) => new(
        ChartKind.Bars, "knows-next", "“Do you know what happens next?”",
        $"Yes: {ShownNumbers.OfAnswers.Words(view.Told.KnowNext(view.From, view.Today))} of the answers in these months. Fewer than ten answers are shown to nobody.",
        "Answer", "Answers", ShownNumbers.OfAnswers.Counts(LedgerFacts.Bands(In(view).Select(said => said.KnowsNext))));

    private static Chart KnowNextAfter(PerformanceView view) => new(
        ChartKind.Bars, "knows-next-after", "Who knows what happens next, by what we asked about",
        "Families are asked at four points.",
        "After", "Percent yes",
        [
            .. Moments.Select(moment => (moment.Name, Said: In(view).Where(said => said.Code == moment.Code).ToList()))
                .Select(moment => ShownNumbers.OfAnswers.Percent(moment.Name, new Share(moment.Said.Count(said => said.KnowsNext == FamilySays.Yes), moment.Said.Count))),
        ]);

    private static Chart Drafts(PerformanceView view)
    {
        var said = In(view).Where(one => one.WasGood is not null).ToList();
        var sent = view.Told.DraftsToldOn.Count(day => day >= view.From && day <= view.Today);
        return new Chart(
            ChartKind.Bars, "drafts", "“Was it good for you, up to this draft?”",
            $"Yes: {ShownNumbers.OfAnswers.Words(view.Told.GoodDrafts(view.From, view.Today))}. The form goes with every draft. People who had one: {view.Numbers.Count(sent)}; answers: {ShownNumbers.OfAnswers.Count(said.Count)}.",
            "Answer", "Answers", ShownNumbers.OfAnswers.Counts(LedgerFacts.Bands(said.Select(one => one.WasGood!.Value))));
    }

    private static Chart AskedAgain(PerformanceView view)
    {
        var asks = view.Told.Asks.Where(ask => ask.On >= view.From && ask.On <= view.Today).ToList();
        return new Chart(
            ChartKind.Bars, "asked-again", "Do families tell us once?",
            $"Asked although we held the answer: {view.Numbers.Words(view.Told.AskedAgain(view.From, view.Today))} of what families were asked.",
            "Asked", "Times", view.Numbers.Counts([new Band("For the first time, or after a year", asks.Count(ask => !ask.WasHeld)), new Band("Again", asks.Count(ask => ask.WasHeld))]));
    }

    private static IEnumerable<Said> In(PerformanceView view) => view.Told.Answers.Where(said => said.On >= view.From && said.On <= view.Today);
}
