using Medway.LocalOffer.Listings.Domain;
using Medway.LocalOffer.Platform.Search;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Listings.Tests.Domain;

[Proves("listings")]
public sealed class FreshnessTests
{
    private static readonly DateOnly Loaded = new(2026, 1, 10);

    [Theory]
    [InlineData("2026-07-09", "FirstCheckToCome", 0)]
    [InlineData("2026-07-10", "Due", 1)]
    [InlineData("2026-07-23", "Due", 1)]
    [InlineData("2026-07-24", "Due", 2)]
    [InlineData("2026-08-07", "Due", 3)]
    [InlineData("2026-08-20", "Due", 3)]
    [InlineData("2026-08-21", "NotConfirmed", 3)]
    [InlineData("2027-01-09", "NotConfirmed", 3)]
    [InlineData("2027-01-10", "Hidden", 3)]
    public void Ladder_OfASeededService_StartsOnTheDayItWasLoaded(string today, string state, int asked)
    {
        var date = DateOnly.Parse(today, null);

        Freshness.StateOn(date, Loaded, null, 6).ToString().ShouldBe(state);
        Freshness.TimesToAsk(date, Freshness.DueOn(Loaded, null, 6)).ShouldBe(asked);
    }

    [Fact]
    public void Ladder_Confirmed_StartsAgainFromThatDay()
    {
        Freshness.StateOn(new(2027, 1, 10), Loaded, new(2026, 12, 1), 6).ShouldBe(CheckState.InDate);
        Freshness.StateOn(new(2027, 3, 1), Loaded, new(2026, 12, 1), 3).ShouldBe(CheckState.Due);
    }

    [Theory]
    [InlineData("2026-06-01", "Checked")]
    [InlineData("2026-12-01", "Checked")]
    [InlineData("2027-01-12", "CheckDue")]
    public void Sureness_OfAConfirmedService_FallsSixWeeksAfterItWasDue(string today, string sureness) =>
        Freshness.SurenessOn(DateOnly.Parse(today, null), Verification.Page, Loaded, new(2026, 6, 1), 6).ToString().ShouldBe(sureness);

    [Fact]
    public void Sureness_NeverConfirmed_IsWhatItCameWith()
    {
        Freshness.SurenessOn(new(2026, 2, 1), Verification.Page, Loaded, null, 6).ShouldBe(Sureness.FromPublicPage);
        Freshness.SurenessOn(new(2026, 2, 1), Verification.GeneralKnowledge, Loaded, null, 6).ShouldBe(Sureness.NotChecked);
    }
}
