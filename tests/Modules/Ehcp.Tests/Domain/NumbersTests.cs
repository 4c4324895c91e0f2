using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Ehcp.Features.Numbers;
using Medway.LocalOffer.Testing;
using static Medway.LocalOffer.Ehcp.Domain.EventKind;

namespace Medway.LocalOffer.Ehcp.Tests.Domain;

/// <summary>What is counted, and what is not shown of it.</summary>
[Proves("ehcp")]
public sealed class NumbersTests
{
    private static readonly DateOnly Day0 = new(2026, 1, 5);
    private static readonly DateOnly End = new(2026, 12, 31);

    [Theory]
    [InlineData(140, false, 1, 1)]
    [InlineData(141, false, 0, 1)]
    [InlineData(141, true, 0, 0)]
    [InlineData(100, true, 0, 0)]
    public void TwentyWeeks_WithoutExceptions_LeavesARecordWithOneOutAboveAndBelowTheLine(int days, bool exception, int part, int whole)
    {
        var record = exception
            ? Of((ExceptionClaimed, 90, null, "T09"), (FinalSent, days, null, null))
            : Of((ExceptionClaimed, 90, null, "T04"), (FinalSent, days, null, null));

        Timeliness.FinalInTwentyWeeks([record], Day0, End, withExceptions: false).ShouldBe(new Share(part, whole));
        Timeliness.FinalInTwentyWeeks([record], Day0, End, withExceptions: true).ShouldBe(new Share(days <= 140 ? 1 : 0, 1));
    }

    [Fact]
    public void TwentyWeeks_CountsPlansThatWereSentInThePeriod_WheneverTheyWereAskedFor()
    {
        RecordFacts[] records = [Of((FinalSent, 130, null, null)), Of((FinalSent, 400, null, null)), Of()];

        Timeliness.FinalInTwentyWeeks(records, Day0.AddDays(130), Day0.AddDays(130), true).ShouldBe(new Share(1, 1));
        Timeliness.FinalInTwentyWeeks(records, Day0.AddDays(131), Day0.AddDays(399), true).ShouldBe(new Share(0, 0));
        Timeliness.FinalInTwentyWeeks(records, Day0.AddDays(400), Day0.AddDays(400), true).ShouldBe(new Share(0, 1));
        Workload.OpenPastTwentyWeeks(records, Day0.AddDays(140)).ShouldBe(0);
        Workload.OpenPastTwentyWeeks(records, Day0.AddDays(141)).ShouldBe(1, "what is open and late is said beside it");
    }

    [Fact]
    public void SixWeeks_ARequestThatNobodyHeardCountsAsMissed()
    {
        RecordFacts[] records = [Of((HeardAtPanel, 42, null, null), (DecidedToAssess, 43, null, null)), Of()];

        Timeliness.HeardInSixWeeks(records, Day0, End).ShouldBe(new Share(1, 2));
        Timeliness.DecidedInSixWeeks(records, Day0, End).ShouldBe(new Share(0, 2));
        Timeliness.HeardInSixWeeks(records, Day0, Day0.AddDays(41)).ShouldBe(new Share(0, 0), "their sixth week has not ended");
    }

    [Fact]
    public void Psychologist_StillWaitingCountsAsMissed()
    {
        RecordFacts[] records =
        [
            Of((DecidedToAssess, 40, null, null), (AdviceRequested, 41, Adviser.EducationalPsychologist, null), (AdviceReceived, 124, Adviser.EducationalPsychologist, null)),
            Of((DecidedToAssess, 40, null, null), (AdviceRequested, 41, Adviser.EducationalPsychologist, null), (AdviceReceived, 125, Adviser.EducationalPsychologist, null)),
            Of((DecidedToAssess, 40, null, null), (AdviceRequested, 41, Adviser.EducationalPsychologist, null)),
            Of((DecidedToAssess, 40, null, null), (AdviceRequested, 41, Adviser.Health, null)),
        ];

        Timeliness.PsychologistInTwelveWeeks(records, Day0, End).ShouldBe(new Share(1, 3));
    }

    [Fact]
    public void Reviews_AreCountedByTheirMeeting()
    {
        var record = Of(
            (FinalSent, 10, null, null), (ReviewMeetingHeld, 100, null, null), (AmendmentServed, 128, null, null), (AmendedFinalSent, 185, null, null), (ReviewMeetingHeld, 300, null, null));

        Timeliness.ReviewDecisionsInFourWeeks([record], Day0, End).ShouldBe(new Share(1, 2));
        Timeliness.ReviewFinalsInTwelveWeeks([record], Day0, End).ShouldBe(new Share(0, 1));
        Workload.ReviewsByAge([record], Day0.AddDays(329)).Single(band => band.Count > 0).Name.ShouldBe("5 to 8 weeks");
        Workload.ReviewsOverdue([record], Day0.AddDays(128).AddMonths(12)).ShouldBe(1);
        Workload.ReviewsOverdue([record], Day0.AddDays(128).AddMonths(12).AddDays(-1)).ShouldBe(0);
    }

    [Fact]
    public void Advice_IsInTimeOnItsLastDay_AndLateTheDayAfter()
    {
        var record = Of(
            (AdviceRequested, 0, Adviser.School, null), (AdviceReceived, 42, Adviser.School, null),
            (AdviceRequested, 0, Adviser.Health, null), (AdviceReceived, 43, Adviser.Health, null),
            (AdviceRequested, 0, Adviser.SocialCare, null), (AdviceRequested, 1, Adviser.EducationalPsychologist, null));

        var advice = Workload.Advice([record], Day0, End, Day0.AddDays(43)).ToDictionary(one => one.Adviser);

        advice[Adviser.School].ShouldBe(new AdviceCount(Adviser.School, 1, 0, 0, 0, 42, 42));
        advice[Adviser.Health].ShouldBe(new AdviceCount(Adviser.Health, 0, 1, 0, 0, 43, 43));
        advice[Adviser.SocialCare].ShouldBe(new AdviceCount(Adviser.SocialCare, 0, 0, 0, 1, null, null));
        advice[Adviser.EducationalPsychologist].ShouldBe(new AdviceCount(Adviser.EducationalPsychologist, 0, 0, 1, 0, null, null));
    }

    [Fact]
    public void Advice_NineInTen_IsTheLongestButOneOfTen()
    {
        var records = Enumerable.Range(31, 10).Select(days => Of((AdviceRequested, 0, Adviser.School, null), (AdviceReceived, days, Adviser.School, null)));

        Workload.Advice(records, Day0, End, Day0.AddDays(43)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(one => one.MedianDays.ShouldBe(36), one => one.NineInTenDays.ShouldBe(39));
    }

    [Fact]
    public void Plan_ThatCameFromAnotherCouncil_IsNoRequest_AndItsReviewIsDueInThreeMonths()
    {
        RecordFacts[] records = [Of((PlanTransferredIn, 5, null, null)), Of()];

        Timeliness.DecidedInSixWeeks(records, Day0, End).ShouldBe(new Share(0, 1), "only the request");
        Workload.OpenPastTwentyWeeks(records, Day0.AddDays(150)).ShouldBe(1);
        Workload.Funnel(records, Day0, End)[0].Count.ShouldBe(1);
        Backlog.MaintainedOn(records, Day0.AddDays(5)).ShouldBe(1);
        Workload.ReviewsOverdue(records, Day0.AddDays(5).AddMonths(3)).ShouldBe(1);
        Workload.ReviewsOverdue(records, Day0.AddDays(5).AddMonths(3).AddDays(-1)).ShouldBe(0);
    }

    [Fact]
    public void Ages_EachOpenRequestStandsInOneBand()
    {
        RecordFacts[] records = [Of(), Of((FinalSent, 100, null, null)), Of() with { IsOver = true }];

        Workload.OpenByAge(records, Day0.AddDays(42)).Single(band => band.Count > 0).ShouldBe(new Band("Up to 6 weeks", 1));
        Workload.OpenByAge(records, Day0.AddDays(43)).Single(band => band.Count > 0).ShouldBe(new Band("7 to 12 weeks", 1));
        Workload.OpenByAge(records, Day0.AddDays(2000)).Single(band => band.Count > 0).ShouldBe(new Band("Over 52 weeks", 1));
    }

    [Fact]
    public void Funnel_NeverGrows()
    {
        var counts = Workload.Funnel([Of((DecidedToAssess, 1, null, null), (DecidedToIssue, 2, null, null)), Of((DecidedNotToAssess, 1, null, null)), Of()], Day0, End).Select(band => band.Count).ToList();

        counts.ShouldBe([3, 2, 1, 1, 0, 0]);
    }

    [Fact]
    public void SmallNumbers_AreHiddenFromWhoeverDoesNotWorkWithTheRecords()
    {
        Band[] bands = [new("a", 3), new("b", 17), new("c", 21)];

        new ShownNumbers(isExact: true).Counts(bands).Select(point => point.InWords).ShouldBe(["3", "17", "21"]);
        var hidden = new ShownNumbers(isExact: false);
        hidden.Counts(bands)[0].InWords.ShouldBe("fewer than 5");
        hidden.Counts(bands)[1].Value.ShouldBeNull("else the first could be worked out");
        hidden.Percent("x", new Share(3, 9)).Value.ShouldBeNull();
        hidden.Percent("x", new Share(3, 9)).InWords.ShouldBe("too few to show");
        new ShownNumbers(isExact: true).Percent("x", new Share(1, 3)).InWords.ShouldBe("33.3% (1 of 3)");
        hidden.Percent("x", new Share(0, 0)).InWords.ShouldBe("none was due");
    }

    private static RecordFacts Of(params (EventKind Kind, int Days, Adviser? Adviser, string? Limit)[] facts) =>
        new(Day0, IsOver: false, [.. facts.Select(fact => new Fact(fact.Kind, Day0.AddDays(fact.Days), fact.Adviser, fact.Limit))]);
}
