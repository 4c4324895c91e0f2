using Medway.LocalOffer.Platform.SmallNumbers;
using Medway.LocalOffer.Register.Domain.Planning;

namespace Medway.LocalOffer.Register.Tests.Planning;

public sealed class PlanningWordsTests
{
    [Theory]
    [InlineData("2026-01-01", "2026-1", "January to March 2026")]
    [InlineData("2026-11-26", "2026-4", "October to December 2026")]
    [InlineData("2024-02-29", "2024-1", "January to March 2024")]
    public void Quarter_OfADay_HasAKeyAndWords(string day, string key, string words)
    {
        var quarter = Quarter.Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

        quarter.Key.ShouldBe(key);
        quarter.Words.ShouldBe(words);
        Quarter.Of(quarter.From).ShouldBe(quarter);
        Quarter.Of(quarter.Until).ShouldBe(quarter);
        (Quarter.Of(quarter.Until.AddDays(1)) > quarter).ShouldBeTrue();
    }

    [Theory]
    [InlineData("2021-11-27", AgeBand.From0To4)]
    [InlineData("2021-11-26", AgeBand.From5To10)]
    [InlineData("2010-11-27", AgeBand.From11To15)]
    [InlineData("2010-11-26", AgeBand.From16To17)]
    [InlineData("2008-11-26", AgeBand.From18To25)]
    [InlineData("2000-11-27", AgeBand.From18To25)]
    [InlineData("2000-11-26", null)]
    [InlineData("2026-11-27", null)]
    public void AgeBand_OnADay_TurnsOnTheBirthday(string bornOn, object? band) =>
        AgeBands.Of(DateOnly.Parse(bornOn, System.Globalization.CultureInfo.InvariantCulture), new DateOnly(2026, 11, 26)).ShouldBe((AgeBand?)band);

    [Fact]
    public void Coverage_WithoutATable_IsNotKnown()
    {
        Coverage.Exact(1200, null).ShouldBeNull();
        Coverage.Public(SmallNumbers.Releases.Count(1200), null).ShouldBeNull();
    }

    [Fact]
    public void Coverage_IsARangeWithItsMethod_AndOfThePublishedNumber()
    {
        var expected = new ExpectedChildren(8000, 10000, "Made up for a test");

        Coverage.Exact(1233, expected).ShouldBe(new Coverage(12, 15, "Made up for a test"));
        Coverage.Public(SmallNumbers.Releases.Count(9), expected).ShouldBe(new Coverage(0, 0, "Made up for a test"));
        Coverage.Public(SmallNumbers.Releases.Count(4), expected).ShouldBeNull();
        Coverage.Exact(9000, expected)!.ToPercent.ShouldBe(100);
    }
}
