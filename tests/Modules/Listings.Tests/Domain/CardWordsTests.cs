using Medway.LocalOffer.Listings.Domain;

namespace Medway.LocalOffer.Listings.Tests.Domain;

public sealed class CardWordsTests
{
    [Theory]
    [InlineData(null, null, null)]
    [InlineData(5, 18, "Ages 5 to 18")]
    [InlineData(0, 19, "Ages 0 to 19")]
    [InlineData(0, null, "Any age")]
    [InlineData(14, null, "Age 14 and over")]
    [InlineData(null, 18, "Up to age 18")]
    [InlineData(7, 7, "Age 7")]
    public void Ages_AsStated_AreSaidInWords(int? from, int? to, string? words) => CardWords.Ages((short?)from, (short?)to).ShouldBe(words);

    [Fact]
    public void Who_AgesAndNeeds_AreOneLine() =>
        CardWords.Who(5, 18, ["autism", "adhd", "learning_disability"], null, null).ShouldBe("Ages 5 to 18. Autism, ADHD, learning disability");

    [Fact]
    public void Who_OpenToAllWithoutAges_SaysThatAgesAreNotKnown() =>
        CardWords.Who(null, null, ["any"], ShortBreakLevel.Universal, null).ShouldBe("Ages not known. Open to everyone");

    [Fact]
    public void Who_AnyNeedInATargetedClub_IsNotOpenToEveryone() =>
        CardWords.Who(5, 11, ["any"], ShortBreakLevel.Targeted, true).ShouldBe("Ages 5 to 11. Any kind of need");

    [Fact]
    public void Who_NothingTold_IsNotKnown() => CardWords.Who(null, null, [], null, null).ShouldBeNull();

    [Fact]
    public void Who_NoDiagnosisIsAskedFor_SaysSo()
    {
        CardWords.Who(5, 18, ["autism"], null, false).ShouldBe("Ages 5 to 18. Autism. No diagnosis needed");
        CardWords.Who(null, null, [], null, false).ShouldBe("Ages and needs not known. No diagnosis needed");
    }

    [Fact]
    public void Needs_AnyBesideNamedOnes_NamesThem() =>
        CardWords.Needs(["vision", "any"], null).ShouldBe("Blind or low vision and any other need");

    [Theory]
    [InlineData("free", null, "Free")]
    [InlineData("free", "Free drop-ins and paid clubs", "Free drop-ins and paid clubs")]
    [InlineData("free", "Some sessions took a refundable deposit.", "Free. Some sessions took a refundable deposit")]
    [InlineData("paid", null, "You pay. Price not known")]
    [InlineData("paid", "£7.95 for a 30-minute child lesson", "£7.95 for a 30-minute child lesson")]
    [InlineData("paid", "Pay and play", "You pay. Pay and play")]
    [InlineData("grant", null, "A grant: money for you")]
    [InlineData("unknown", null, null)]
    [InlineData("unknown", "Ask about bursaries", "Ask about bursaries")]
    public void Cost_AsStated_IsSaidInWords(string kind, string? note, string? words) =>
        CardWords.Cost([new CostWords(kind, null, null, null, note)]).ShouldBe(words);

    [Fact]
    public void Cost_SeveralPrices_NamesEach() =>
        CardWords.Cost([new CostWords("paid", "Child", 100, null, null), new CostWords("paid", "Adult", 250, "a session", null)])
            .ShouldBe("Child: £1. Adult: £2.50 for a session");

    [Fact]
    public void Cost_NoRows_IsNotKnown() => CardWords.Cost([]).ShouldBeNull();

    [Fact]
    public void Where_OnePlace_IsNameAndTown() =>
        CardWords.Where([new PlaceWords("Black Lion Leisure Centre", "Mill Road", "Gillingham", "ME7 1HF")], false, [])
            .ShouldBe("Black Lion Leisure Centre, Gillingham");

    [Fact]
    public void Where_SeveralPlaces_CountsThem() =>
        CardWords.Where(
            [new PlaceWords("Hoo pool", null, "Hoo", null), new PlaceWords(null, "Pier Road", "Gillingham", null), new PlaceWords(null, null, "Strood", null)],
            false,
            [])
            .ShouldBe("3 places: Hoo pool, Hoo; Pier Road, Gillingham; Strood");

    [Theory]
    [InlineData(true, null, "Authority", "Online")]
    [InlineData(false, "Medway", "Authority", "All over Medway")]
    [InlineData(true, "Kent and Medway", "Region", "All over Kent and Medway. Online")]
    [InlineData(false, "United Kingdom", "Country", "All over the country")]
    [InlineData(false, null, "Town", null)]
    public void Where_NoPlace_SaysHowFarItReaches(bool isOnline, string? area, string kind, string? words) =>
        CardWords.Where([], isOnline, area is null ? [] : [new AreaName("x", area, Enum.Parse<AreaKind>(kind))]).ShouldBe(words);

    [Theory]
    [InlineData("Self", "01632 960001", "a@example.org", "Call or e-mail them")]
    [InlineData("Self", "01632 960001", null, "Call them")]
    [InlineData("Self", null, "a@example.org", "E-mail them")]
    [InlineData("Self", null, null, "You can ask for it yourself")]
    [InlineData("Professional", "01632 960001", null, "Ask your GP, school or social worker to refer you")]
    [InlineData("Unknown", "01632 960001", null, null)]
    public void HowToStart_ByRoute_SaysWhoAsks(string route, string? phone, string? email, string? words) =>
        CardWords.HowToStart(Enum.Parse<JoinRoute>(route), phone, email, null).ShouldBe(words);

    [Fact]
    public void FullPlace_AllParts_EndsWithThePostcode() =>
        CardWords.FullPlace(new PlaceWords("Gun Wharf", "Dock Road", "Chatham", "ME4 4TR")).ShouldBe("Gun Wharf, Dock Road, Chatham ME4 4TR");
}
