using Medway.LocalOffer.Platform.Calendars;

namespace Medway.LocalOffer.Platform.Tests;

public sealed class SchoolTermsTests
{
    private static readonly SchoolTerm[] Year =
    [
        new(2026, 1, new(2026, 9, 1), new(2026, 10, 16), null),
        new(2026, 2, new(2026, 11, 2), new(2026, 12, 18), null),
        new(2026, 3, new(2027, 1, 4), new(2027, 2, 12), null),
        new(2026, 4, new(2027, 2, 22), new(2027, 3, 25), null),
        new(2026, 5, new(2027, 4, 12), new(2027, 5, 28), null),
        new(2026, 6, new(2027, 6, 7), new(2027, 7, 22), null),
    ];

    private static readonly SchoolTerms Terms = new(Year.Reverse());

    [Fact]
    public void TermOn_FirstLastAndWeekend_AreInTheTerm()
    {
        Terms.TermOn(new(2026, 9, 1))!.Number.ShouldBe(1);
        Terms.TermOn(new(2026, 10, 16))!.Number.ShouldBe(1);
        Terms.TermOn(new(2026, 11, 8))!.Number.ShouldBe(2);
        Terms.TermOn(new(2026, 10, 17)).ShouldBeNull();
        Terms.BreakOn(new(2026, 11, 8)).ShouldBeNull();
    }

    [Theory]
    [InlineData(2026, 10, 17, "October half-term", 2026, 10, 17, 2026, 11, 1)]
    [InlineData(2026, 12, 25, "Christmas holiday", 2026, 12, 19, 2027, 1, 3)]
    [InlineData(2027, 2, 16, "February half-term", 2027, 2, 13, 2027, 2, 21)]
    [InlineData(2027, 4, 11, "Easter holiday", 2027, 3, 26, 2027, 4, 11)]
    [InlineData(2027, 5, 31, "May half-term", 2027, 5, 29, 2027, 6, 6)]
    public void BreakOn_DayBetweenTerms_NamesTheHoliday(int year, int month, int day, string name, int y1, int m1, int d1, int y2, int m2, int d2) =>
        Terms.BreakOn(new(year, month, day)).ShouldBe(new SchoolBreak(name, new(y1, m1, d1), new(y2, m2, d2)));

    [Fact]
    public void BreakOn_BetweenTwoYears_IsTheSummer()
    {
        var two = new SchoolTerms([.. Year, new(2027, 1, new(2027, 9, 1), new(2027, 10, 15), null)]);

        two.BreakOn(new(2027, 8, 1)).ShouldBe(new SchoolBreak("summer holiday", new(2027, 7, 23), new(2027, 8, 31)));
        two.Next.ShouldBe((2027, 2));
        Terms.Next.ShouldBe((2027, 1));
    }

    [Fact]
    public void TermOn_AfterTheLastTerm_IsRefused()
    {
        Terms.Covers(new(2027, 7, 22)).ShouldBeTrue();
        Terms.Covers(new(2027, 7, 23)).ShouldBeFalse();
        Should.Throw<BeyondCalendarException>(() => Terms.TermOn(new(2027, 8, 1))).Message
            .ShouldStartWith("The school terms of 1 August 2027 are not known. They are there from 1 September 2026 to 22 July 2027.");
    }

    [Fact]
    public void Terms_OneIsMissing_EndBeforeIt()
    {
        var gap = new SchoolTerms([Year[0], Year[1], Year[3]]);

        gap.LastDay.ShouldBe(new DateOnly(2026, 12, 18));
        new SchoolTerms([]).Covers(new(2026, 9, 1)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(2026, 11, 2, 2026, 12, 18, null)]
    [InlineData(2027, 11, 2, 2027, 12, 18, "Term 2 of 2026-27 lies in 2026")]
    [InlineData(2026, 12, 18, 2026, 11, 2, "last day comes after")]
    [InlineData(2026, 10, 16, 2026, 12, 18, "Term 1 ends on 16 October 2026")]
    public void ComplaintAbout_Term_LooksAtItsNeighbours(int y1, int m1, int d1, int y2, int m2, int d2, string? expected)
    {
        var complaint = Terms.ComplaintAbout(new(2026, 2, new(y1, m1, d1), new(y2, m2, d2), null));

        if (expected is null)
        {
            complaint.ShouldBeNull();
        }
        else
        {
            complaint.ShouldNotBeNull().ShouldContain(expected);
        }
    }

    [Fact]
    public void ComplaintAbout_TermThatRunsIntoTheNext_IsMade() =>
        Terms.ComplaintAbout(new(2026, 3, new(2027, 1, 4), new(2027, 2, 22), null)).ShouldNotBeNull().ShouldContain("Term 4 begins on 22 February 2027");
}
