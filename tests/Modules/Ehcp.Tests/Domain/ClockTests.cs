using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using static Medway.LocalOffer.Ehcp.Domain.EventKind;

namespace Medway.LocalOffer.Ehcp.Tests.Domain;

/// <summary>What a date says of itself, and what never moves it.</summary>
[Proves("ehcp")]
public sealed class ClockTests
{
    [Fact]
    public void Date_ExplainsItself_WithRuleVersionSumAndEvidence()
    {
        var plan = new Plan().Then(RequestReceived, "2026-03-02");

        var final = plan.Of("T09");

        final.Rule.Kind.ShouldBe(RuleKind.Law);
        final.Rule.Source.ShouldContain("reg 13(2)");
        final.Rule.Version.ShouldBe("T09, in force from 2014-09-01");
        final.Arithmetic.ShouldBe("Monday 2 March 2026; 20 weeks (140 days) later is Monday 20 July 2026");
        final.From.Kind.ShouldBe(RequestReceived);
        final.From.Id.ShouldNotBe(Guid.Empty);
    }

    [Fact]
    public void Exception_DisappliesAndNeverMovesTheDate()
    {
        var plan = new Plan().Then(RequestReceived, "2025-06-01").Then(DecidedToAssess, "2025-07-10").Then(AdviceRequested, "2025-07-20", Adviser.School);
        var without = plan.Dates("2025-11-01").Select(date => (date.Rule.Code, date.Day, date.State)).ToList();
        plan.Then(ExceptionClaimed, "2025-09-10", exception: new(ExceptionGround.SchoolClosed, "T09", new DateOnly(2025, 7, 24), new DateOnly(2025, 9, 2)));

        var with = plan.Dates("2025-11-01");

        with.Select(date => (date.Rule.Code, date.Day, date.State)).ShouldBe(without);
        with.Single(date => date.Rule.Code == "T09").State.ShouldBe(DueState.Late);
        with.Single(date => date.Rule.Code == "T09").Exceptions.ShouldHaveSingleItem().Ground.ShouldBe(ExceptionGround.SchoolClosed);
        with.Where(date => date.Rule.Code != "T09").ShouldAllBe(date => date.Exceptions.Count == 0);
    }

    [Fact]
    public void ServiceUndone_RestartsTheFifteenDays_AndWhatWasBelievedCanBeAsked()
    {
        var returned = UkTime.StartOf(new DateOnly(2026, 7, 8)).AddHours(10);
        var plan = new Plan().Then(RequestReceived, "2026-03-02").Then(DraftServed, "2026-06-30").TakenBack(returned);

        plan.Of("T07", believedAt: returned.AddMinutes(-1)).Day.ShouldBe(new DateOnly(2026, 7, 14));
        plan.Dates(believedAt: returned).ShouldNotContain(date => date.Rule.Code == "T07");
        plan.Of("T06", "2026-12-01").State.ShouldBe(DueState.Late, "no draft has reached the family");

        plan.Then(DraftServed, "2026-07-10");
        plan.On("T07").ShouldBe(new DateOnly(2026, 7, 24));
        plan.Of("T07", believedAt: returned.AddMinutes(-1)).Day.ShouldBe(new DateOnly(2026, 7, 14), "what was believed stays what was believed");
    }

    [Fact]
    public void RuleVersion_ThatChangesWhileAPlanIsMade_LeavesItAlone()
    {
        var old = RuleBook.Current.All.Single(rule => rule.Code == "T09");
        var change = new DateOnly(2026, 5, 1);
        var book = new RuleBook(
        [
            .. RuleBook.Current.All.Where(rule => rule.Code != "T09"),
            old with { InForceTo = change.AddDays(-1) },
            old with { InForceFrom = change, Arms = [Arm.Of(RequestReceived, Unit.WeeksOf, 15)] },
        ]);

        new Plan(pinnedOn: new DateOnly(2026, 3, 2), book: book).Then(RequestReceived, "2026-03-02").On("T09").ShouldBe(new DateOnly(2026, 7, 20));
        new Plan(pinnedOn: new DateOnly(2026, 5, 4), book: book).Then(RequestReceived, "2026-03-02").On("T09").ShouldBe(new DateOnly(2026, 6, 15), "moved to the new version on purpose");
        Should.Throw<ArgumentException>(() => new RuleBook([old, old with { InForceFrom = change }]));
    }

    [Theory]
    [InlineData("2026-07-20", "Met")]
    [InlineData("2026-07-21", "MetLate")]
    public void Done_OnTheLastDay_IsInTime(string sent, string state) =>
        new Plan().Then(RequestReceived, "2026-03-02").Then(FinalSent, sent).Of("T09").State.ToString().ShouldBe(state);

    [Theory]
    [InlineData("2026-07-20", "Open")]
    [InlineData("2026-07-21", "Late")]
    public void NotDone_IsLateOnTheDayAfter(string today, string state) =>
        new Plan().Then(RequestReceived, "2026-03-02").Of("T09", today).State.ToString().ShouldBe(state);

    [Fact]
    public void Final_BeforeTheFamilysDaysAreOver_IsTooEarly_UnlessTheyHaveAnswered()
    {
        new Plan().Then(DraftServed, "2026-06-29").Then(FinalSent, "2026-07-13").Of("T07E").State.ShouldBe(DueState.TooEarly);
        new Plan().Then(DraftServed, "2026-06-29").Then(FinalSent, "2026-07-14").Of("T07E").State.ShouldBe(DueState.Met);
        new Plan().Then(DraftServed, "2026-06-29").Then(DraftAnswered, "2026-07-01").Then(FinalSent, "2026-07-02").Of("T07E").State.ShouldBe(DueState.FellAway);
    }

    [Fact]
    public void Refusal_LeavesNothingOfTheAssessmentDue()
    {
        var dates = new Plan().Then(RequestReceived, "2026-03-02").Then(DecidedNotToAssess, "2026-04-10").Dates("2026-12-01");

        dates.Where(date => date.Rule.Code is "T05" or "T06" or "T06L" or "T09").ShouldAllBe(date => date.State == DueState.FellAway);
        dates.Single(date => date.Rule.Code == "T02").State.ShouldBe(DueState.Met);
        dates.ShouldContain(date => date.Rule.Code == "T23");
    }

    [Fact]
    public void Advice_IsEachAdvisersOwn()
    {
        var plan = new Plan().Then(AdviceRequested, "2026-04-13", Adviser.Health).Then(AdviceRequested, "2026-04-15", Adviser.School).Then(AdviceReceived, "2026-05-01", Adviser.School);

        var dates = plan.Dates("2026-06-30").Where(date => date.Rule.Code == "T04").ToList();

        dates.Single(date => date.From.Adviser == Adviser.School).State.ShouldBe(DueState.Met);
        dates.Single(date => date.From.Adviser == Adviser.Health).State.ShouldBe(DueState.Late);
    }

    [Fact]
    public void LocalTarget_StandsBesideTheLaw()
    {
        var dates = new Plan().Then(DecidedToAssess, "2026-04-13").Then(AdviceRequested, "2026-04-13", Adviser.EducationalPsychologist).Dates("2026-06-01");

        var (law, target) = (dates.Single(date => date.Rule.Code == "T04"), dates.Single(date => date.Rule.Code == "L02"));
        (law.Rule.Kind, target.Rule.Kind).ShouldBe((RuleKind.Law, RuleKind.LocalTarget));
        (law.State, target.State).ShouldBe((DueState.Late, DueState.Open));
    }

    [Fact]
    public void UnderFives_AreAskedAboutSooner_AndNobodyElse()
    {
        var (young, old) = (new DateOnly(2022, 3, 1), new DateOnly(2018, 3, 1));
        new Plan(young).Then(FinalSent, "2026-03-02").On("R12").ShouldBe(new DateOnly(2026, 6, 2));
        new Plan(old).Then(FinalSent, "2026-03-02").Dates().ShouldNotContain(date => date.Rule.Code == "R12");
        new Plan().Then(FinalSent, "2026-03-02").Dates().ShouldNotContain(date => date.Rule.Code == "R12", "nobody knows the age");
        Ages.IsInYearNineOrLater(new DateOnly(2010, 10, 15), new DateOnly(2024, 9, 1)).ShouldBeTrue();
        Ages.IsInYearNineOrLater(new DateOnly(2010, 10, 15), new DateOnly(2024, 8, 31)).ShouldBeFalse();
    }

    [Fact]
    public void BeyondTheLoadedBankHolidays_NothingIsGuessed()
    {
        var promise = new Plan().Then(ContactReceived, "2031-04-02").Of("P02");
        promise.Day.ShouldBeNull();
        promise.Arithmetic.ShouldContain("not loaded");
        new Plan().Then(RequestReceived, "2031-03-03").Of("T09").Day.ShouldBe(new DateOnly(2031, 7, 21), "calendar weeks need no bank holidays");
    }
}
