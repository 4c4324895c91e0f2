using Medway.LocalOffer.Listings.Domain.Sessions;
using Medway.LocalOffer.Platform.Time;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Listings.Tests.Domain.Sessions;

[Proves("listings")]
public sealed class SessionDatesTests
{
    /// <summary>The autumn of 2026: term to 16 October, half-term, term from 2 November to 18 December, Christmas; known until 4 January.</summary>
    private static readonly IDays Autumn = new Days();

    private static readonly TimeOnly Four = new(16, 0);
    private static readonly TimeOnly Five = new(17, 0);

    [Fact]
    public void Next_TermTimeClub_PassesOverHalfTerm() =>
        Dates(new SessionRule(DayOfWeek.Tuesday, Four, Five, Runs: RunsIn.Term), On(2026, 10, 13), 3).ShouldBe([On(2026, 10, 13), On(2026, 11, 3), On(2026, 11, 10)]);

    [Fact]
    public void Next_HolidayClub_IsInHalfTermAlone() =>
        Dates(new SessionRule(DayOfWeek.Tuesday, Four, Five, Runs: RunsIn.Holidays), On(2026, 10, 1), 3).ShouldBe([On(2026, 10, 20), On(2026, 10, 27), On(2026, 12, 22)]);

    [Fact]
    public void Next_Both_IsEveryWeek() =>
        Dates(new SessionRule(DayOfWeek.Tuesday, Four, Five, Runs: RunsIn.Both), On(2026, 10, 13), 4)
            .ShouldBe([On(2026, 10, 13), On(2026, 10, 20), On(2026, 10, 27), On(2026, 11, 3)]);

    [Fact]
    public void On_ThisTuesdayInHalfTerm_AnswersWhatIsOn()
    {
        SessionRule[] rules =
        [
            new(DayOfWeek.Tuesday, Four, new TimeOnly(16, 45), Runs: RunsIn.Term),
            new(DayOfWeek.Tuesday, new TimeOnly(14, 0), new TimeOnly(14, 45), Runs: RunsIn.Holidays),
        ];

        SessionDates.On(rules, Autumn, On(2026, 10, 20)).ShouldHaveSingleItem().Starts.ShouldBe(new TimeOnly(14, 0));
        SessionDates.On(rules, Autumn, On(2026, 10, 13)).ShouldHaveSingleItem().Starts.ShouldBe(Four);
    }

    [Fact]
    public void Next_NobodySaidWhetherInHolidays_ClaimsTermTimeOnly() =>
        Dates(new SessionRule(DayOfWeek.Tuesday, Four, Five), On(2026, 10, 13), 2).ShouldBe([On(2026, 10, 13), On(2026, 11, 3)]);

    [Fact]
    public void Next_InsetDay_IsClaimedOnlyWhenTold()
    {
        var club = new SessionRule(DayOfWeek.Friday, Four, Five, Runs: RunsIn.Term);

        Dates(club, On(2026, 11, 6), 1).ShouldBe([On(2026, 11, 13)]);
        Dates(club with { OnInsetDays = true }, On(2026, 11, 6), 1).ShouldBe([On(2026, 11, 6)]);
        Dates(club with { Runs = RunsIn.Holidays }, On(2026, 11, 6), 1).ShouldBe([On(2026, 12, 25 + 7)], "an inset day is no holiday, and Christmas Day is a bank holiday");
    }

    [Fact]
    public void Next_BankHoliday_IsClaimedOnlyWhenTold()
    {
        var club = new SessionRule(DayOfWeek.Friday, Four, Five, Runs: RunsIn.Holidays);

        Dates(club, On(2026, 12, 20), 1).ShouldBe([On(2027, 1, 1)]);
        Dates(club with { OnBankHolidays = true }, On(2026, 12, 20), 1).ShouldBe([On(2026, 12, 25)]);
    }

    [Fact]
    public void Next_BeyondTheLoadedCalendar_IsNeverClaimed() =>
        Dates(new SessionRule(DayOfWeek.Tuesday, Four, Five, Runs: RunsIn.Both), On(2026, 12, 21), 10).ShouldBe([On(2026, 12, 22), On(2026, 12, 29)]);

    [Fact]
    public void Next_LastFridayOfTheMonth_IsTheLastOne() =>
        Dates(new SessionRule(DayOfWeek.Friday, Four, Five, Rhythm.Monthly, -1, RunsIn.Both), On(2026, 10, 1), 2).ShouldBe([On(2026, 10, 30), On(2026, 11, 27)]);

    [Fact]
    public void Next_ThirdSaturday_IsTheThirdOne() =>
        Dates(new SessionRule(DayOfWeek.Saturday, Four, Five, Rhythm.Monthly, 3, RunsIn.Both), On(2026, 10, 1), 2).ShouldBe([On(2026, 10, 17), On(2026, 11, 21)]);

    [Fact]
    public void Next_EverySecondWeek_CountsFromTheFirstDate() =>
        Dates(new SessionRule(DayOfWeek.Wednesday, Four, Five, Rhythm.Fortnightly, Runs: RunsIn.Both, ValidFrom: On(2026, 10, 7)), On(2026, 10, 8), 2)
            .ShouldBe([On(2026, 10, 21), On(2026, 11, 4)]);

    [Fact]
    public void Next_Season_HasAFirstAndALastDate() =>
        Dates(new SessionRule(DayOfWeek.Monday, Four, Five, Runs: RunsIn.Both, ValidFrom: On(2026, 10, 12), ValidUntil: On(2026, 10, 19)), On(2026, 10, 1), 9)
            .ShouldBe([On(2026, 10, 12), On(2026, 10, 19)]);

    [Fact]
    public void Next_Changes_TakeADateAwayAndAddOne()
    {
        var club = new SessionRule(DayOfWeek.Monday, Four, Five, Runs: RunsIn.Term)
        {
            Changes = [new(On(2026, 11, 9), false, null, null, null), new(On(2026, 11, 11), true, new TimeOnly(10, 0), null, "Party")],
        };

        SessionDates.Next([club], Autumn, On(2026, 11, 3), TimeOnly.MinValue, 2).ShouldBe(
            [new Happening(On(2026, 11, 11), new TimeOnly(10, 0), null, "Party"), new Happening(On(2026, 11, 16), Four, Five, null)]);
    }

    [Fact]
    public void Next_AlreadyBegunToday_IsPast()
    {
        var club = new SessionRule(DayOfWeek.Tuesday, Four, Five, Runs: RunsIn.Term);

        SessionDates.Next([club], Autumn, On(2026, 10, 13), new TimeOnly(15, 59), 1)[0].Date.ShouldBe(On(2026, 10, 13));
        SessionDates.Next([club], Autumn, On(2026, 10, 13), Four, 1)[0].Date.ShouldBe(On(2026, 11, 3));
    }

    /// <summary>Clocks go back on 25 October 2026: the same 5.30pm on the wall is another instant, and stays 5.30pm.</summary>
    [Fact]
    public void Next_AcrossTheClockChange_StaysAtTheSameTimeOnTheWall()
    {
        var club = new SessionRule(DayOfWeek.Sunday, new TimeOnly(1, 30), new TimeOnly(17, 30), Runs: RunsIn.Both);
        var next = SessionDates.Next([club], Autumn, On(2026, 10, 18), TimeOnly.MinValue, 3);

        next.Select(happening => happening.Date).ShouldBe([On(2026, 10, 18), On(2026, 10, 25), On(2026, 11, 1)]);
        next.ShouldAllBe(happening => happening.Starts == new TimeOnly(1, 30) && happening.Ends == new TimeOnly(17, 30));
        var calendar = CalendarText.Write(Guid.Empty, "Club", null, "About", new Uri("https://localhost/x"), next, DateTimeOffset.UnixEpoch);
        calendar.ShouldContain("DTSTART;TZID=Europe/London:20261018T013000");
        calendar.ShouldContain("DTEND;TZID=Europe/London:20261101T173000");
        (UkTime.StartOf(On(2026, 10, 26)) - UkTime.StartOf(On(2026, 10, 25))).ShouldBe(TimeSpan.FromHours(25), "the control: this week has the change in it");
    }

    [Fact]
    public void Next_NoSessions_HasNone() => SessionDates.Next([], Autumn, On(2026, 10, 1), TimeOnly.MinValue, 5).ShouldBeEmpty();

    [Theory]
    [InlineData("17:00", "16:00", "It ends before it starts")]
    [InlineData("17:00", "17:00", "It ends before it starts")]
    public void Complaint_EndsBeforeItStarts_SaysSo(string starts, string ends, string words) =>
        new SessionRule(DayOfWeek.Monday, TimeOnly.Parse(starts, null), TimeOnly.Parse(ends, null)).Complaint().ShouldStartWith(words);

    [Fact]
    public void Complaint_ASeasonThatEndsBeforeItStarts_SaysSo()
    {
        (new SessionRule(DayOfWeek.Monday, Four, Five) { ValidFrom = On(2026, 10, 2), ValidUntil = On(2026, 10, 1) }).Complaint().ShouldStartWith("Its last date is before its first");
        new SessionRule(DayOfWeek.Monday, Four, Five, Rhythm.Fortnightly).Complaint().ShouldStartWith("Give the first date");
        new SessionRule(DayOfWeek.Monday, Four, Five).Complaint().ShouldBeNull();
    }

    private static IReadOnlyList<DateOnly> Dates(SessionRule rule, DateOnly from, int count) =>
        [.. SessionDates.Next([rule], Autumn, from, TimeOnly.MinValue, count).Select(happening => happening.Date)];

    private static DateOnly On(int year, int month, int day) => month == 12 && day > 31 ? new DateOnly(year + 1, 1, day - 31) : new(year, month, day);

    private sealed class Days : IDays
    {
        public DayFacts? On(DateOnly date) => date > SessionDatesTests.On(2027, 1, 4) ? null : new DayFacts(
            date == SessionDatesTests.On(2026, 11, 6) ? SchoolDay.Inset
                : date <= SessionDatesTests.On(2026, 10, 16) || (date >= SessionDatesTests.On(2026, 11, 2) && date <= SessionDatesTests.On(2026, 12, 18)) ? SchoolDay.Term
                : SchoolDay.Holiday,
            date == SessionDatesTests.On(2026, 12, 25));
    }
}
