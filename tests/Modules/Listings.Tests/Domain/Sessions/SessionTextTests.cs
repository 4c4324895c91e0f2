using Medway.LocalOffer.Listings.Domain.Sessions;

namespace Medway.LocalOffer.Listings.Tests.Domain.Sessions;

public sealed class SessionTextTests
{
    [Theory]
    [InlineData("Saturday 12pm to 1pm", "sat 12:00-13:00")]
    [InlineData("Saturday 9am", "sat 09:00")]
    [InlineData("Sunday 9.30am to 3.30pm", "sun 09:30-15:30")]
    [InlineData("Last Friday of the month 5.30pm to 7pm", "last fri 17:30-19:00")]
    [InlineData("Friday 7pm to 9pm in term time", "fri 19:00-21:00 term")]
    [InlineData("Tuesday 4pm to 4.45pm in term time; 2pm to 2.45pm in school holidays", "tue 16:00-16:45 term; tue 14:00-14:45 holidays")]
    [InlineData("Monday, Tuesday and Wednesday 10am to 1pm in term time", "mon 10:00-13:00 term; tue 10:00-13:00 term; wed 10:00-13:00 term")]
    [InlineData("Monday to Friday 9am to 5pm", "mon 09:00-17:00; tue 09:00-17:00; wed 09:00-17:00; thu 09:00-17:00; fri 09:00-17:00")]
    public void Sessions_WordsThatMeanOneThing_AreRead(string text, string codes) =>
        string.Join("; ", TimesText.Sessions(text).Select(SessionCode.Write)).ShouldBe(codes);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Wednesday")]
    [InlineData("Wednesday evening")]
    [InlineData("Weekly in term time")]
    [InlineData("24 hours a day")]
    [InlineData("Saturday 10.30am to 1pm, not the first Saturday of the month")]
    [InlineData("After school, Monday music night and Saturday gaming")]
    [InlineData("Wednesday afternoon or Saturday morning workshops")]
    [InlineData("Friday 9pm to 7pm")]
    [InlineData("Friday 25pm to 26pm")]
    [InlineData("Friday 7pm to 9pm; ask about Mondays")]
    public void Sessions_WordsThatMayMeanMore_StayWords(string? text) => TimesText.Sessions(text).ShouldBeEmpty();

    [Theory]
    [InlineData("tue 16:00-16:45 term")]
    [InlineData("last fri 17:30-19:00")]
    [InlineData("sat 09:00 both from 2026-09-05 until 2027-07-17 bank-holidays inset-days")]
    [InlineData("fortnightly wed 10:00-12:00 holidays from 2026-09-02 not 2026-12-23 also 2026-12-24 09:00-10:00")]
    public void Code_WrittenAndReadAgain_IsTheSame(string code)
    {
        SessionCode.Read(code, out var complaint).ShouldNotBeNull(complaint);
        SessionCode.Write(SessionCode.Read(code, out _)!).ShouldBe(code);
    }

    [Theory]
    [InlineData("tue 17:00-16:00", "It ends before it starts")]
    [InlineData("tue", "A session needs a day and a time")]
    [InlineData("16:00-17:00", "A session needs a day and a time")]
    [InlineData("tue 16:00 from soon", "After 'from' stands no date")]
    [InlineData("tue 16:00 sometimes", "'sometimes' is not known here")]
    [InlineData("fortnightly tue 16:00", "Give the first date")]
    [InlineData("tue 25:00", "'25:00' is not known here")]
    public void Code_Bad_SaysWhatToWrite(string code, string complaint)
    {
        SessionCode.Read(code, out var said).ShouldBeNull();
        said.ShouldStartWith(complaint);
    }

    [Fact]
    public void Words_AsFamiliesReadThem()
    {
        SessionWords.Of(SessionCode.Read("last fri 17:30-19:00", out _)!).ShouldBe("Last Friday of each month, 5.30pm to 7pm");
        SessionWords.Of(SessionCode.Read("tue 16:00-16:45 term", out _)!).ShouldBe("Tuesday, 4pm to 4.45pm, in term time");
        SessionWords.Of(SessionCode.Read("sat 12:00", out _)!).ShouldBe("Saturday, from 12 noon");
        SessionWords.Of(new Happening(new DateOnly(2026, 11, 27), new TimeOnly(17, 30), new TimeOnly(19, 0), null)).ShouldBe("Friday 27 November, 5.30pm to 7pm");
    }

    [Fact]
    public void Calendar_HostileText_StaysText()
    {
        var text = CalendarText.Write(
            Guid.Empty, "Club; with, commas\r\nBEGIN:VEVENT", "Hall\\1", new string('é', 200), new Uri("https://localhost/services/x"),
            [new Happening(new DateOnly(2026, 11, 27), new TimeOnly(17, 30), null, null)], DateTimeOffset.UnixEpoch);

        text.Split("\r\n").Count(line => line == "BEGIN:VEVENT").ShouldBe(1);
        text.ShouldContain(@"SUMMARY:Club\; with\, commas\nBEGIN:VEVENT");
        text.Split("\r\n").ShouldAllBe(line => System.Text.Encoding.UTF8.GetByteCount(line) <= 75);
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain("\n");
    }
}
