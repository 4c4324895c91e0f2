using Medway.LocalOffer.Listings.Domain;

namespace Medway.LocalOffer.Listings.Tests.Domain;

public sealed class NaturalKeyTests
{
    [Fact]
    public void Service_SameKey_GivesTheSameIdForEver() =>
        NaturalKey.Service("childline").ShouldBe(Guid.Parse("63713e3d-a895-88a1-8c4a-ff3738c2d2a7"));

    [Fact]
    public void Service_AnyKey_IsVersionEight()
    {
        var id = NaturalKey.Service("childline");

        id.Version.ShouldBe(8);
        (id.Variant & 0xC).ShouldBe(0x8);
    }

    [Fact]
    public void Ids_OfDifferentThings_Differ() =>
        new[] { NaturalKey.Service("a"), NaturalKey.Service("b"), NaturalKey.Organisation("a"), NaturalKey.Place("a") }.Distinct().Count().ShouldBe(4);

    [Fact]
    public void Place_CaseAndBlanks_DoNotMatter() => NaturalKey.Place("Gun Wharf ", "Chatham").ShouldBe(NaturalKey.Place("gun wharf", "CHATHAM"));

    [Theory]
    [InlineData("Medway Sport (Medway Council)", "medway-sport-medway-council")]
    [InlineData("St Mary's Island youth club", "st-marys-island-youth-club")]
    [InlineData("  Café & Crèche  ", "cafe-creche")]
    [InlineData("!!!", "")]
    public void Slug_OfAName_IsReadable(string name, string slug) => NaturalKey.Slug(name).ShouldBe(slug);

    [Theory]
    [InlineData("childline", true)]
    [InlineData("nhs-111", true)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("a--b", false)]
    [InlineData("A", false)]
    [InlineData("a b", false)]
    [InlineData("a\0b", false)]
    public void IsSlug_OnlyWhatAnAddressMayHold(string text, bool isSlug) => NaturalKey.IsSlug(text).ShouldBe(isSlug);
}
