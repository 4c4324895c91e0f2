using Medway.LocalOffer.Search.Domain;

namespace Medway.LocalOffer.Search.Tests.Domain;

public sealed class GazetteerTests
{
    private static readonly Gazetteer Gazetteer = new([("Gillingham", ["gillingam", "gills"], 51.387, 0.548), ("ME7", [], 51.38, 0.55)]);

    [Theory]
    [InlineData("gillingham", "Gillingham")]
    [InlineData(" GILLINGAM ", "Gillingham")]
    [InlineData("me7", "ME7")]
    public void Find_KnownName_IsFoundHoweverItIsWritten(string typed, string name) => Gazetteer.Find(typed)!.Name.ShouldBe(name);

    [Theory]
    [InlineData("")]
    [InlineData("Narnia")]
    [InlineData("ZZ9")]
    public void Find_UnknownName_IsNull(string typed) => Gazetteer.Find(typed).ShouldBeNull();

    [Theory]
    [InlineData("ME7 1AA", "ME7")]
    [InlineData("me71aa", "ME7")]
    [InlineData("me7-1aa", "ME7")]
    [InlineData(" SW1A 1AA ", "SW1A")]
    [InlineData("ME20 6AA", "ME20")]
    [InlineData("ME7.1AA", "ME7")]
    [InlineData("me7 1a a", "ME7")]
    [InlineData("ME7 1 A A", "ME7")]
    [InlineData("ME7,1AA please", "ME7")]
    [InlineData("ＭＥ７　１ＡＡ", "ME7")]
    [InlineData("ME7\u200b1AA", "ME7")]
    [InlineData("12 High Street, Gillingham ME7 1AA", "ME7")]
    public void OutwardOfFullPostcode_WholePostcode_IsItsFirstPart(string typed, string outward) =>
        Gazetteer.OutwardOfFullPostcode(typed).ShouldBe(outward);

    [Theory]
    [InlineData("ME7")]
    [InlineData("ME7 1")]
    [InlineData("Gillingham")]
    public void OutwardOfFullPostcode_NoWholePostcode_IsNull(string typed) => Gazetteer.OutwardOfFullPostcode(typed).ShouldBeNull();

    [Fact]
    public void WithoutPostcodes_PostcodeAmongWords_IsTakenOut()
    {
        Gazetteer.WithoutPostcodes("autism club ME7 1AA please", out var outward).ShouldNotContain("1AA");
        outward.ShouldBe("ME7");
    }

    [Fact]
    public void WithoutPostcodes_OneInsideAnother_LeavesNone() =>
        Gazetteer.OutwardOfFullPostcode(Gazetteer.WithoutPostcodes("ME7 ME7 1AA 1AA", out _)).ShouldBeNull();
}
