using System.Globalization;
using Medway.LocalOffer.Platform.Calendars;
using Medway.LocalOffer.Platform.Seeding;
using Medway.LocalOffer.Testing;
using Microsoft.Extensions.Configuration;

namespace Medway.LocalOffer.Platform.Tests;

/// <summary>On the real bank holidays, against dates counted by hand on a wall calendar.</summary>
public sealed class WorkingDaysTests
{
    private static readonly WorkingDays Days = new(new SeedFiles(new ConfigurationBuilder()
            .AddInMemoryCollection([new("Seeds:Root", Repository.At("seeds"))]).Build())
        .Rows(SeedSet.Reference, "calendar/bank-holidays.csv", "date", "name")
        .Select(row => new BankHoliday(Date(row["date"]), row["name"])));

    [Theory]
    [InlineData("2026-11-03", true)]
    [InlineData("2026-11-07", false)]
    [InlineData("2026-11-08", false)]
    [InlineData("2026-12-25", false)]
    [InlineData("2026-12-28", false)]
    [InlineData("2026-04-03", false)]
    [InlineData("2026-12-24", true)]
    public void IsWorkingDay_Date_IsAsOnTheWall(string date, bool expected) => Days.IsWorkingDay(Date(date)).ShouldBe(expected);

    [Theory]
    [InlineData("2026-11-06", 3, "2026-11-11")]
    [InlineData("2026-11-07", 1, "2026-11-09")]
    [InlineData("2026-12-23", 3, "2026-12-30")]
    [InlineData("2027-03-25", 1, "2027-03-30")]
    [InlineData("2027-12-24", 2, "2027-12-30")]
    [InlineData("2026-11-02", 15, "2026-11-23")]
    [InlineData("2026-12-29", -2, "2026-12-23")]
    [InlineData("2026-12-26", 0, "2026-12-26")]
    public void Add_Days_GivesTheDate(string date, int days, string expected) => Days.Add(Date(date), days).ShouldBe(Date(expected));

    [Theory]
    [InlineData("2026-12-24", "2026-12-24")]
    [InlineData("2026-12-25", "2026-12-29")]
    [InlineData("2028-01-01", "2028-01-04")]
    public void OnOrAfter_Date_GivesTheNextWorkingDay(string date, string expected) => Days.OnOrAfter(Date(date)).ShouldBe(Date(expected));

    [Fact]
    public void Between_AnyTwoDays_IsTheOtherWayOfAdd()
    {
        for (var date = new DateOnly(2026, 1, 1); date.Year == 2026; date = date.AddDays(1))
        {
            foreach (var days in new[] { 1, 5, 23 })
            {
                Days.Between(date, Days.Add(date, days)).ShouldBe(days);
                Days.Between(Days.Add(date, days), date).ShouldBe(-days);
            }
        }
    }

    [Fact]
    public void Add_IntoAYearThatIsNotThere_IsRefusedInWords()
    {
        Days.LastDay.ShouldBe(new DateOnly(2028, 12, 31));
        Days.Add(new DateOnly(2028, 12, 21), 4).ShouldBe(new DateOnly(2028, 12, 29));

        var refusal = Should.Throw<BeyondCalendarException>(() => Days.Add(new DateOnly(2028, 12, 28), 2));

        refusal.Message.ShouldBe(
            "The bank holidays of 1 January 2029 are not known. They are there from 1 January 2024 to 31 December 2028. Somebody has to add them at /staff/calendars first.");
        Should.Throw<BeyondCalendarException>(() => Days.IsWorkingDay(new DateOnly(2023, 12, 31)));
        Should.Throw<BeyondCalendarException>(() => Days.Add(new DateOnly(2029, 6, 1), 0));
        Should.Throw<BeyondCalendarException>(() => Days.Between(new DateOnly(2023, 12, 29), new DateOnly(2024, 1, 2)));
    }

    [Fact]
    public void Years_OneIsNotComplete_EndBeforeIt()
    {
        var some = new WorkingDays(
        [
            .. Enumerable.Range(1, 8).Select(month => new BankHoliday(new DateOnly(2030, month, 1), "A day")),
            .. Enumerable.Range(1, 7).Select(month => new BankHoliday(new DateOnly(2031, month, 1), "A day")),
            .. Enumerable.Range(1, 8).Select(month => new BankHoliday(new DateOnly(2032, month, 1), "A day")),
        ]);

        some.LastDay.ShouldBe(new DateOnly(2030, 12, 31));
        some.HolidayOn(new DateOnly(2030, 1, 1)).ShouldBe("A day");
        some.HolidayOn(new DateOnly(2030, 1, 2)).ShouldBeNull();
        new WorkingDays([]).LastDay.ShouldBeNull();
        Should.Throw<BeyondCalendarException>(() => new WorkingDays([]).IsWorkingDay(new DateOnly(2030, 1, 1))).Message.ShouldContain("None are there yet");
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
