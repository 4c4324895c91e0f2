using System.Globalization;
using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Testing;
using static Medway.LocalOffer.Ehcp.Domain.EventKind;

namespace Medway.LocalOffer.Ehcp.Tests.Domain;

/// <summary>How silences and promises are counted.</summary>
[Proves("ehcp")]
public sealed class ToldNumbersTests
{
    private static readonly DateOnly Day0 = new(2026, 3, 2);

    [Theory]
    [InlineData("", 20, 20)]
    [InlineData("7 14", 20, 7)]
    [InlineData("14", 28, 14)]
    [InlineData("13", 28, 15)]
    [InlineData("", 13, null)]
    public void Silence_OfARecordThatWaits_IsItsLongestGap_UntilToday(string told, int today, int? longest)
    {
        RecordLedger record = Of([], [.. told.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(day => int.Parse(day, CultureInfo.InvariantCulture))]);

        Silences.Worst([record], Day0, Day0.AddDays(today), 5).Cast<int?>().FirstOrDefault().ShouldBe(longest);
    }

    [Fact]
    public void Silence_EachPersonHasTheirOwn_AndNobodyIsLeftOut()
    {
        var record = new RecordLedger(new RecordFacts(Day0, false, []), [new PersonLedger(null, [Day0.AddDays(10), Day0.AddDays(20)]), new PersonLedger(null, [])]);

        Silences.Within([record], Day0, Day0.AddDays(22)).ShouldBe(new Share(0, 1), "the second parent heard nothing");
        Silences.Within([record with { Persons = [record.Persons[0]] }], Day0, Day0.AddDays(22)).ShouldBe(new Share(1, 1));
        Silences.Within([record with { Persons = [] }], Day0, Day0.AddDays(22)).ShouldBe(new Share(0, 1), "nobody may be told");
        Silences.Worst([record with { Persons = [record.Persons[0], new PersonLedger(Day0.AddDays(12), [])] }], Day0, Day0.AddDays(22), 5).ShouldBe([10], "it concerns them since day 12");
    }

    [Fact]
    public void Silence_APlanInPlaceIsNotWaitedFor()
    {
        Silences.Worst([Of([(FinalSent, 16)], 8)], Day0, Day0.AddDays(200), 5).ShouldBe([8]);
        Silences.Worst([Of([(FinalSent, 16), (ReviewMeetingHeld, 100)], 8)], Day0, Day0.AddDays(120), 5).ShouldBe([20]);
        Silences.Worst([Of([(FinalSent, 16)], 8)], Day0.AddDays(30), Day0.AddDays(200), 5).ShouldBeEmpty("it was over before the period");
        Silences.Reached([Of([(FinalSent, 16)], 8), Of([], 8), Of([], 39)], Day0.AddDays(40)).ShouldBe(new Share(1, 2));
    }

    [Fact]
    public void Curve_HasEachRecordOnce()
    {
        RecordLedger[] records = [Of([], 7, 14), Of([], 10, 20), Of([], 14), Of([]), Of([], 5)];

        Silences.Curve(records, Day0, Day0.AddDays(20)).Select(band => band.Count).ShouldBe([1, 1, 1, 2, 0, 0]);
    }

    [Theory]
    [InlineData(5, false, false, PromiseState.OnTime)]
    [InlineData(6, false, false, PromiseState.Late)]
    [InlineData(null, false, false, PromiseState.Missed)]
    [InlineData(null, true, true, PromiseState.Excused)]
    [InlineData(null, true, false, null)]
    public void Promise_DueOnDay5_OnDay6(int? madeOn, bool isOff, bool hasReason, object? state) =>
        Promises.StateOf(Day0.AddDays(5), madeOn is { } day ? Day0.AddDays(day) : null, isOff, hasReason, Day0.AddDays(6)).ShouldBe((PromiseState?)state);

    [Fact]
    public void Promises_ThatAreExcused_StayInTheWhole_AndThoseOfAnotherTimeDoNot()
    {
        Promise[] promises =
        [
            new("NA-01", Day0, PromiseState.OnTime), new("NA-02", Day0, PromiseState.Excused), new("DL-01", Day0, PromiseState.Missed), new("C-22", Day0, PromiseState.Late),
            new("NA-03", Day0.AddDays(1), PromiseState.OnTime),
        ];

        Promises.OnTime(promises, Day0, Day0).ShouldBe(new Share(1, 4));
        Promises.ByState(promises, Day0, Day0).Select(band => band.Count).ShouldBe([1, 1, 1, 1]);
        Promises.ByPart(promises, Day0, Day0).Single(part => part.Name == "Request, assessment and plan").OnTime.ShouldBe(new Share(1, 2));
        Promises.ByPart(promises, Day0, Day0).Sum(part => part.OnTime.Whole).ShouldBe(4, "every code of the catalogue has its part");
        Promises.StateOf(Day0, null, isOff: false, hasReason: false, Day0).ShouldBeNull("the day is not over");
    }

    private static RecordLedger Of((EventKind Kind, int Day)[] facts, params int[] told) => new(
        new RecordFacts(Day0, false, [.. facts.Select(fact => new Fact(fact.Kind, Day0.AddDays(fact.Day)))]), [new PersonLedger(null, [.. told.Select(Day0.AddDays)])]);
}
