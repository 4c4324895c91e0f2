using Medway.LocalOffer.Ehcp.Domain;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;
using static Medway.LocalOffer.Ehcp.Domain.EventKind;

namespace Medway.LocalOffer.Ehcp.Tests.Domain;

/// <summary>Dates that were worked out by hand.</summary>
[Proves("ehcp")]
public sealed class WorkedDatesTests
{
    [Theory]
    [InlineData("RequestReceived", "2024-09-02", "T02", "2024-10-14")]
    [InlineData("RequestReceived", "2024-09-02", "T06", "2024-12-09")]
    [InlineData("RequestReceived", "2024-09-02", "T06L", "2024-12-23")]
    [InlineData("RequestReceived", "2024-09-02", "T05", "2024-12-23")]
    [InlineData("RequestReceived", "2024-09-02", "T09", "2025-01-20")]
    [InlineData("RequestReceived", "2026-03-02", "T02", "2026-04-13")]
    [InlineData("RequestReceived", "2026-03-02", "T05", "2026-06-22")]
    [InlineData("RequestReceived", "2026-03-02", "T09", "2026-07-20")]
    [InlineData("AdviceRequested", "2024-10-14", "T04", "2024-11-25")]
    [InlineData("DraftServed", "2024-12-09", "T07", "2024-12-23")]
    [InlineData("DraftServed", "2024-12-09", "T07E", "2024-12-24")]
    [InlineData("DraftServed", "2026-06-29", "T07", "2026-07-13")]
    [InlineData("DraftServed", "2026-06-29", "T07E", "2026-07-14")]
    [InlineData("ReviewMeetingSet", "2025-03-10", "R03", "2025-02-24")]
    [InlineData("ReviewMeetingSet", "2025-03-10", "R04", "2025-02-24")]
    [InlineData("ReviewMeetingHeld", "2025-03-10", "R05", "2025-03-24")]
    [InlineData("ReviewMeetingHeld", "2025-03-10", "R06", "2025-04-07")]
    [InlineData("ReviewMeetingHeld", "2025-03-10", "R07", "2025-04-07")]
    [InlineData("ReviewMeetingHeld", "2025-03-10", "R10", "2025-06-02")]
    [InlineData("ReviewMeetingHeld", "2026-11-02", "R05", "2026-11-16")]
    [InlineData("ReviewMeetingHeld", "2026-11-02", "R06", "2026-11-30")]
    [InlineData("ReviewMeetingHeld", "2026-11-02", "R10", "2027-01-25")]
    [InlineData("AmendmentServed", "2025-03-31", "R08", "2025-04-14")]
    [InlineData("AmendmentServed", "2025-03-31", "R09", "2025-05-26")]
    [InlineData("AmendmentServed", "2026-11-24", "R09", "2027-01-19")]
    [InlineData("FinalSent", "2025-01-20", "R01", "2026-01-19")]
    [InlineData("FinalSent", "2025-01-20", "R01M", "2025-12-22")]
    [InlineData("DecidedNotToAssess", "2024-06-20", "T23", "2024-09-02")]
    [InlineData("DecidedNotToAssess", "2024-10-31", "T23", "2025-01-02")]
    [InlineData("DecidedNotToAssess", "2024-12-31", "T23", "2025-02-28")]
    [InlineData("DecidedNotToAssess", "2025-01-15", "T23", "2025-03-17")]
    [InlineData("ReassessmentRequested", "2025-02-03", "R17", "2025-02-18")]
    [InlineData("DecidedToReassess", "2025-02-18", "R18", "2025-05-27")]
    [InlineData("MoveLearned", "2025-03-03", "R19", "2025-03-21")]
    [InlineData("PlanTransferredIn", "2025-03-21", "R20", "2025-05-02")]
    [InlineData("PlanTransferredIn", "2025-03-21", "R21", "2025-06-20")]
    [InlineData("OrderToAssess", "2025-05-12", "T25", "2025-05-26")]
    [InlineData("OrderToMakePlan", "2025-05-12", "T26", "2025-06-16")]
    [InlineData("OrderToAssess", "2025-05-12", "T25N", "2025-07-21")]
    [InlineData("OrderToMakePlan", "2025-05-12", "T26F", "2025-07-28")]
    [InlineData("OrderToAssess", "2025-05-12", "T25F", "2025-08-18")]
    [InlineData("OrderToAmend", "2025-05-12", "T27", "2025-06-16")]
    [InlineData("OrderToChangePlacement", "2025-05-12", "T28", "2025-05-26")]
    [InlineData("PhaseTransfer", "2027-09-01", "R14", "2027-02-14")]
    [InlineData("PhaseTransfer", "2027-09-01", "R14M", "2026-11-22")]
    [InlineData("PostSixteenTransfer", "2027-09-01", "R15", "2027-03-30")]
    [InlineData("PostSixteenTransfer", "2027-09-01", "R15M", "2027-01-05")]
    [InlineData("PostSixteenMove", "2027-09-01", "R16", "2027-04-01")]
    [InlineData("ContactReceived", "2026-04-02", "P02", "2026-04-09")]
    [InlineData("MediationDeclined", "2026-04-02", "T21", "2026-04-09")]
    [InlineData("MediationAsked", "2026-04-02", "T22", "2026-05-02")]
    [InlineData("DecidedToAssess", "2026-03-02", "L02", "2026-05-25")]
    public void Day_OfEachRule_IsAsWorkedOutByHand(string from, string on, string code, string expected) =>
        new Plan().Then(Enum.Parse<EventKind>(from), on).On(code).ShouldBe(Holidays.Day(expected));

    [Fact]
    public void Limit_OnABankHoliday_Stays_AndSaysByWhenToAct()
    {
        var week12 = new Plan().Then(DecidedToAssess, "2026-03-02").Of("L02");
        week12.Day.ShouldBe(new DateOnly(2026, 5, 25));
        week12.ActBy.ShouldBe(new DateOnly(2026, 5, 22));
        week12.Note.ShouldNotBeNull().ShouldContain("act by Friday 22 May 2026");

        // A Sunday: the last safe day for the meeting before 15 February 2027.
        new Plan().Then(PhaseTransfer, "2027-09-01").Of("R14M").ActBy.ShouldBe(new DateOnly(2026, 11, 20));
        new Plan().Then(AmendmentServed, "2025-03-31").Of("R09").Note.ShouldNotBeNull().ShouldContain("bank holiday");

        var wednesday = new Plan().Then(RequestReceived, "2026-03-04").Of("T02");
        wednesday.ActBy.ShouldBeNull();
        wednesday.Act.ShouldBe(wednesday.Day);
    }

    [Fact]
    public void AdviceRequestedInTheWeekOfTheDecision_IsDueInWeek12() =>
        new Plan().Then(RequestReceived, "2024-09-02").Then(AdviceRequested, "2024-10-14", Adviser.Health).On("T04").ShouldBe(new DateOnly(2024, 9, 2).AddDays(7 * 12));

    [Fact]
    public void Appeal_AfterACertificate_TakesTheLaterOfTheTwo()
    {
        var plan = new Plan().Then(DecidedNotToIssue, "2026-01-20");
        plan.On("T23").ShouldBe(new DateOnly(2026, 3, 20));
        plan.Then(MediationCertificate, "2026-01-30").On("T23").ShouldBe(new DateOnly(2026, 3, 20), "a month of the certificate is earlier");
        plan.Then(MediationCertificate, "2026-03-10").On("T23").ShouldBe(new DateOnly(2026, 4, 10));
        plan.Of("T23").Arithmetic.ShouldContain("Later than that");
    }

    [Fact]
    public void PlanFromAnotherCouncil_WithAFreshReview_IsReviewedTwelveMonthsAfterThatReview_AndTheDateStaysWhenItIsDone()
    {
        var plan = new Plan().Then(ReviewDecidedToKeep, "2025-01-10").Then(PlanTransferredIn, "2025-03-21");
        plan.On("R21").ShouldBe(new DateOnly(2026, 1, 9));

        var done = plan.Then(ReviewDecidedToKeep, "2025-12-01").Of("R21");
        (done.Day, done.State).ShouldBe((new DateOnly(2026, 1, 9), DueState.Met));
    }

    [Theory]
    [InlineData("2010-10-15", "2027-06-25")]
    [InlineData("2010-05-15", "2026-06-26")]
    [InlineData("2010-08-31", "2026-06-26")]
    [InlineData("2010-09-01", "2027-06-25")]
    public void Switch_IsTheLastFridayInJuneOfTheSchoolYearOfTheSixteenthBirthday(string born, string expected)
    {
        var day = Holidays.Day(expected);
        Ages.SwitchDay(Holidays.Day(born)).ShouldBe(day);
        Ages.IsYoungPerson(Holidays.Day(born), day).ShouldBeTrue();
        Ages.IsYoungPerson(Holidays.Day(born), day.AddDays(-1)).ShouldBeFalse();
    }

    [Fact]
    public void ReceivedShortlyBeforeMidnightInUniversalTime_IsTheNextDayInLondon() =>
        UkTime.DateIn(new DateTimeOffset(2026, 6, 30, 23, 30, 0, TimeSpan.Zero)).ShouldBe(new DateOnly(2026, 7, 1));

    [Theory]
    [InlineData("2025-07-24", "2025-09-02", "2025-07-17", "2025-08-26")]
    [InlineData("2026-07-22", "2026-09-02", "2026-07-15", "2026-08-26")]
    public void SchoolClosed_OpensTheGroundOnlyForAdviceAskedForInTheWindow(string closed, string reopens, string first, string last)
    {
        var claim = new ClaimedException(ExceptionGround.SchoolClosed, "T09", Holidays.Day(closed), Holidays.Day(reopens));
        string? Problem(DateOnly asked)
        {
            var plan = new Plan().Then(RequestReceived, "2025-06-01").Then(AdviceRequested, $"{asked:yyyy-MM-dd}", Adviser.School);
            return ExceptionTests.Problem(claim, plan.Of("T09"), [.. plan.Dates().Select(date => date.From)]);
        }

        Problem(Holidays.Day(first)).ShouldBeNull();
        Problem(Holidays.Day(last)).ShouldBeNull();
        Problem(Holidays.Day(first).AddDays(-1)).ShouldNotBeNull().ShouldContain("only when");
        Problem(Holidays.Day(last).AddDays(1)).ShouldNotBeNull();
        ExceptionTests.Window(Holidays.Day(closed), Holidays.Day(closed).AddDays(27)).ShouldBeNull("four weeks are 28 days");
    }

    [Theory]
    [InlineData("FirstClassPost", "2026-04-01", "2026-04-07")]
    [InlineData("FirstClassPost", "2026-06-26", "2026-06-30")]
    [InlineData("Portal", "2026-06-28", "2026-06-28")]
    [InlineData("Email", "2026-06-26", "2026-06-26")]
    [InlineData("ByHand", "2026-06-26", "2026-06-26")]
    public void Served_ByPostOnTheSecondWorkingDay_ElseTheSameDay(string how, string sent, string served)
    {
        var counted = DeemedService.ServedOn(Enum.Parse<SentBy>(how), Holidays.Day(sent), DeemedService.PostDays.Default, DeemedService.ElectronicDays.Default, Holidays.WorkingDays);
        counted.Day.ShouldBe(Holidays.Day(served));
        counted.Words.ShouldContain(Holidays.Day(served).WithDay());
    }
}
